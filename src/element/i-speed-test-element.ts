import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Failure } from '../protocol/failure.ts';
import { PLAN_NAMES } from '../protocol/plan.ts';
import type { Result } from '../protocol/result.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import { announcementOf } from './announcement.ts';
import { byPerson } from './by-person.ts';
import { chooseView, type View } from './choose-view.ts';
import { type Configuration, parseConfiguration } from './configuration.ts';
import { connectionHint } from './connection.ts';
import { blockedBy, browserHasWhatItTakes } from './engine-probe.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { fromQuery, KIOSK_QUERY, SITE_QUERY } from './from-query.ts';
import { hasFallback } from './has-fallback.ts';
import { type Language, LanguageController } from './language-controller.ts';
import type { Frame, FrameName } from './later/frame.ts';
import type { Panel, PanelName } from './later/panel.ts';
import { directionOf } from './locales/choose-locale.ts';
import { PartsController } from './parts-controller.ts';
import { renderLayout } from './render-layout.ts';
import type { Surroundings } from './render-view.ts';
import { dress } from './styles/dress.ts';
import { styles } from './styles/styles.ts';
import { type StartOptions, VisitController, type VisitHost } from './visit-controller.ts';

/**
 * Measures the visitor's connection against a nearby measurement point, shows the result and sends it to the collector.
 *
 * @tagname i-speed-test
 * @summary An Internet speed test for any page.
 *
 * @slot - Stays visible without JavaScript and where the test cannot run: a banner, a link.
 * @slot logo - Above the title: an emblem, a logo.
 * @slot title - Instead of the title before the test.
 * @slot footer - Under everything: who runs this, a link to the statistics.
 *
 * @csspart card - The whole card.
 * @csspart title - The heading before the test.
 * @csspart start - The start button.
 * @csspart start-saver - The button that starts with less data, on metered lines.
 * @csspart metered - That this is a mobile or metered line.
 * @csspart choices - Province and kind of connection.
 * @csspart change - The button that changes them.
 * @csspart consent - The question before the first test.
 * @csspart agree - The button that agrees.
 * @csspart agree-saver - The button that agrees to a test with less data.
 * @csspart refuse - The button that does not.
 * @csspart progress - The bar of the whole run.
 * @csspart dial - The dial with its number.
 * @csspart trace - A curve of rates.
 * @csspart cancel - The button that stops a run.
 * @csspart result - The finished result.
 * @csspart metric - One number with its name.
 * @csspart delivery - Whether the result was sent.
 * @csspart again - The button that measures again.
 * @csspart share - The button that opens sharing.
 * @csspart history - The button that opens this device's history.
 * @csspart comparison - The result beside the medians of province and operator.
 * @csspart panel - Sharing, history or questions, over the card.
 * @csspart back - The button that closes sharing or history.
 * @csspart search - The field that finds a province.
 * @csspart done - The button that closes the questions.
 * @csspart qr - The code that opens the result elsewhere.
 * @csspart link - The address where a result is checked anew.
 * @csspart copy - The button that copies it.
 * @csspart send - The button that hands the result to other apps.
 * @csspart picture - The button that saves the result as a picture.
 * @csspart plot - The curve of this device's tests.
 * @csspart csv - The button that saves them as a table.
 * @csspart erase - The button that asks whether to delete them.
 * @csspart keep - The button that does not.
 * @csspart erase-sure - The button that deletes them.
 * @csspart strip - The banner.
 * @csspart open - The banner's button that opens the whole card.
 * @csspart dialog - The whole card over the page.
 * @csspart kiosk - The kiosk's screen.
 * @csspart stay - Of a kiosk that asks whether somebody is there: the button of who is.
 * @csspart end - The button that lets it start over at once.
 * @csspart failure - What went wrong.
 * @csspart elsewhere - The link to the collector's page, where the test is blocked here.
 * @csspart debug - What blocks it, for the webmaster; with `debug`.
 * @csspart retry - The button that tries again.
 *
 * @cssprop [--i-speed-test-accent=#1257d6] - Buttons, and everything about download.
 * @cssprop [--i-speed-test-on-accent=#ffffff] - Text on the accent.
 * @cssprop [--i-speed-test-upload=#0a7868] - Everything about upload.
 * @cssprop [--i-speed-test-surface=#ffffff] - The background.
 * @cssprop [--i-speed-test-ink=#0f1a2e] - Text.
 * @cssprop [--i-speed-test-soft-ink=#56627a] - Quieter text; keep 4.5 : 1 against the surface.
 * @cssprop [--i-speed-test-line=#dde4ef] - Hairlines and the dial's track.
 * @cssprop [--i-speed-test-radius=20px] - Corners.
 * @cssprop [--i-speed-test-font=system-ui] - The font family.
 *
 * @fires {StartEvent} i-speed-test-start - `testId`: the collector gave a ticket; measuring begins.
 * @fires {SnapshotEvent} i-speed-test-progress - `snapshot`: a newer picture of the run, about ten a second.
 * @fires {ResultEvent} i-speed-test-result - `result`: a run ended with a result, cancelled ones included. Cancelable: `preventDefault()` keeps the result in the page.
 * @fires {SubmittedEvent} i-speed-test-submitted - `accepted`: the collector took the result; maybe minutes later.
 * @fires {FailureEvent} i-speed-test-failure - `failure`: a run gave no number, or the person declined; see its `code` and `message`.
 */
export class ISpeedTestElement extends LitElement implements VisitHost {
  // Without decorators, which bring 0.6 kB of helpers.
  static override properties = {
    collector: {},
    site: {},
    province: {},
    commune: {},
    layout: { reflect: true, useDefault: true },
    size: { reflect: true },
    locale: {},
    strings: {},
    plan: {},
    workerSrc: { attribute: 'worker-src' },
    submit: {},
    kiosk: {},
    phonePage: { attribute: 'phone-page' },
    idleSeconds: { type: Number, attribute: 'idle-seconds' },
    monitorMinutes: { type: Number, attribute: 'monitor-minutes' },
    debug: { type: Boolean },
  };

  /** @internal The tag that `define.ts` registers; also how a second copy of the script knows the first. */
  static readonly tag = 'i-speed-test';

  /** Address of the collector, such as `https://collector.example.vn`. **Required**. Without it: the card says that the page is not set up. */
  collector: string | null = null;
  /** Your identifier, as agreed with the collector: 1–63 of a–z, 0–9, dot, hyphen. Not a secret. Without it: the result belongs to no site. */
  site: string | null = null;
  /** Two-digit code of one of the 34 provinces (Decision 19/2025/QĐ-TTg), such as `48` for Đà Nẵng. Anything else counts as none. The person may choose another. Without it: the result is in no province's figures. */
  province: string | null = null;
  /** Five-digit code of a commune of that province (the same decision), such as `20194`; figures of communes need a collector that lists them. Where the person chooses another province it does not count. Without it: the result counts for the province alone. */
  commune: string | null = null;
  /** `card`, `banner` or `kiosk`; an unknown one shows the card. Without it: `card`. */
  layout = 'card';
  /** Of a banner: `728x90`, `300x250`, `320x100`. Your own CSS may say otherwise. Without it: full width, at least 100 px high. */
  size: string | null = null;
  /** `vi` or `en`; any other tag together with `strings`. Without it: the `lang` of the page around, else Vietnamese. */
  locale: string | null = null;
  /** Address of a language file of your own (JSON, like `dist/languages/en.json`). What it lacks stays English. Without it: Vietnamese or English. */
  strings: string | null = null;
  /** `standard`, `saver` or `thorough`. Without it: `standard`, and people may choose `saver`. */
  plan: string | null = null;
  /** Address of `engine-worker.js` on **your own** server, where the page's CSP does not allow `worker-src blob:`. Without it: the worker inside the script (a `blob:`). */
  workerSrc: string | null = null;
  /** `auto` sends results to the collector, `off` keeps them in the page. Without it: `auto`. */
  submit = 'auto';
  /** Name of this kiosk at its site, such as `hall-3`. On a phone that a kiosk's code brought here: that kiosk. Without it: the kiosk sends no heartbeat. */
  kiosk: string | null = null;
  /** Of a kiosk: the page its code sends phones to; `site` and `kiosk` are added. Without it: the kiosk's own page. */
  phonePage: string | null = null;
  /** Of a kiosk: seconds without a touch until it asks whether somebody is there, and starts over. Without it: 45. */
  idleSeconds = 45;
  /** Of a kiosk: minutes between tests that it makes by itself while nobody is there. Without it: none. */
  monitorMinutes = 0;
  /** Says in the element, too, what blocks the test on this page; the console is told anyway. */
  debug = false;

  readonly #parts = new PartsController(this);
  readonly #language = new LanguageController(this, this.#parts);
  readonly #visit = new VisitController(this);
  #blockedBy: string | null = null;
  #view: View = { kind: 'idle' };
  #panel: { readonly name: PanelName; readonly panel: Panel } | null = null;
  readonly #focus = new FocusKeeper(this);
  readonly #repaint = (): void => this.requestUpdate();
  #frame: Frame | null = null;
  #frameName: FrameName | null = null;

  /** The newest picture of the run, or the last one of the run that ended; null before. */
  get snapshot(): Snapshot | null {
    const { run } = this.#visit;
    return run.status === 'idle' ? null : run.snapshot;
  }

  /** How the last run ended; null before the first end. */
  get result(): Result | null {
    return this.#visit.result;
  }

  /** @internal */
  get configuration(): Configuration | Failure {
    const { collector, province, commune, plan } = this;
    const site = this.site ?? fromQuery(SITE_QUERY);
    const kiosk = this.kiosk ?? fromQuery(KIOSK_QUERY);
    return parseConfiguration({ collector, site, province, commune, plan, kiosk });
  }

  /** @internal The CSP directive that stops the engine, as far as one is known. */
  get blockedBy(): string {
    return this.#blockedBy ?? '';
  }

  /** @internal */
  get isShared(): boolean {
    return this.layout === 'kiosk';
  }

  /**
   * Starts a test, or joins the one that runs. The promise of the result never rejects: look at `outcome`, and at `failure` where it
   * failed. `consent: true` says that the page itself has asked the person; the element then does not.
   */
  start({ consent = false, plan }: Pick<StartOptions, 'consent' | 'plan'> = {}): Promise<Result> {
    return this.#visit.start({ consent, plan });
  }

  /** Stops the test that runs, or the question before it; without one it does nothing. */
  cancel(): void {
    this.#visit.cancel();
  }

  /** Back to the beginning; stops a test that runs. On a kiosk, everything of the last person is forgotten. */
  reset(): void {
    this.#visit.reset();
  }

  /** @internal Before a byte is measured, so that nothing is fetched meanwhile. */
  prepare(): void {
    this.#parts.preload('run');
    this.#language.current()?.more();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    dress(root as ShadowRoot, styles);
    return root;
  }

  adoptedCallback(): void {
    if (this.hasUpdated) this.#parts.dress();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#visit.drainOutbox();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closeFrame();
  }

  protected override willUpdate(): void {
    const { configuration } = this;
    const view = chooseView({
      mistake: 'code' in configuration ? configuration : null,
      run: this.#visit.run,
      isAsking: this.#visit.isAsking,
      panel: this.#visit.panel,
      isBlocked: this.#blockedBy !== null,
      hasFallback: hasFallback(this),
    });
    this.#focus.beforePaint(view.kind !== this.#view.kind);
    this.#view = view;
    this.#holdPanel(this.#visit.panel);
    this.#holdFrame();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#focus.afterPaint(this.#frame?.settle(this.renderRoot, this.#view) ?? this.renderRoot);
    if (changed.has('collector')) this.#visit.drainOutbox();
    if (changed.has('workerSrc')) void this.#probe();
  }

  protected override render(): TemplateResult {
    const language = this.#language.current();
    if (!language) return html`<div class="card" part="card" aria-busy="true"></div>`;
    const around = this.#surroundings(language);
    const { tag, text, format } = language;
    return html`
      <div lang=${tag} dir=${directionOf(tag)}>
        <p class="quiet" role="status">${announcementOf(this.#view, text, format)}</p>
        ${renderLayout(this.#view, around, { frame: this.#frame, isComing: this.#isFrameComing(around) })}
      </div>
    `;
  }

  #surroundings(language: Language): Surroundings {
    const { configuration } = this;
    const visit = this.#visit;
    return {
      language,
      parts: this.#parts,
      panel: this.#panel?.panel ?? null,
      plan: PLAN_NAMES.find((name) => name === this.plan) ?? 'standard',
      mayChoosePlan: this.plan === null,
      isMetered: connectionHint().isMetered,
      place: visit.place,
      keepsHistory: !this.isShared,
      hasHistory: () => !this.isShared && visit.hasHistory,
      delivery: visit.delivery,
      collector: 'code' in configuration ? null : configuration.collector,
      repaint: this.#repaint,
      act: {
        startByPerson: byPerson(() => void visit.start({})),
        startSaverByPerson: byPerson(() => void visit.start({ plan: 'saver' })),
        answer: (answer) => visit.answer(answer),
        cancel: () => visit.cancel(),
        open: (panel) => visit.open(panel),
        openCard: () => this.#frame?.openCard(),
      },
    };
  }

  /** A panel lives from its opening to its closing; it may have to be fetched first. */
  #holdPanel(name: PanelName | null): void {
    if (name === null) this.#panel = null;
    else if (this.#panel?.name !== name) {
      const panel = this.#parts.get(name)?.openPanel(this, this.#visit);
      this.#panel = panel ? { name, panel } : null;
    }
  }

  /** A frame lives as long as its layout; it has to be fetched first. */
  #holdFrame(): void {
    const layout = FRAMES.find((known) => known === this.layout) ?? null;
    const name = layout !== 'kiosk' && isBlocked(this.#view) ? 'blocked' : layout;
    if (name !== this.#frameName) this.#closeFrame();
    this.#frameName = name;
    if (name && this.isConnected) this.#frame ??= this.#parts.get(name)?.openFrame(this, this.#visit) ?? null;
  }

  #isFrameComing({ parts, language }: Surroundings): boolean {
    const name = this.#frameName;
    if (name === null || parts.hasFailed(name)) return false;
    return this.#frame === null || (language.more() === null && !parts.hasFailed('vi'));
  }

  #closeFrame(): void {
    this.#frame?.close();
    this.#frame = null;
  }

  async #probe(): Promise<void> {
    const { workerSrc } = this;
    const by = browserHasWhatItTakes() ? await blockedBy(workerSrc) : '';
    if (this.workerSrc !== workerSrc || this.#blockedBy === by) return;
    this.#blockedBy = by;
    this.requestUpdate();
  }
}

const FRAMES: readonly FrameName[] = ['banner', 'kiosk'];

const isBlocked = (view: View): boolean =>
  view.kind === 'fallback' || (view.kind === 'failed' && view.failure.code === 'engine-blocked');
