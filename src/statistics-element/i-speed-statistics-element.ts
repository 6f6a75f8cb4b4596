import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { collectorAddress } from '../page/collector-address.ts';
import { dress } from '../page/dress.ts';
import { LanguageObserver } from '../page/language-observer.ts';
import { saveFile } from '../page/save-file.ts';
import { surroundingLanguage } from '../page/surrounding-language.ts';
import { COLLECTOR_PATHS } from '../protocol/endpoints.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import type { Distribution, Periods, Statistics } from '../protocol/statistics.ts';
import { distributionPath, EXAMPLES, monthsPath, statisticsPath } from './answers.ts';
import { AnswersController } from './answers-controller.ts';
import { type Choices, choicesOf } from './choices.ts';
import { StatisticsChangeEvent } from './events.ts';
import { figuresCsv } from './figures-csv.ts';
import { type Language, languageOf } from './language.ts';
import { monthInVietnam, type PeriodList, periodsOf } from './periods.ts';
import { type Picture, pictureOf, placeName } from './picture.ts';
import { pictureSaid } from './said.ts';
import { styles } from './styles/styles.ts';
import { type Column, type Order } from './table-order.ts';
import { renderCharts } from './views/charts.ts';
import { renderNotice } from './views/notice.ts';
import { renderPicture } from './views/picture-view.ts';
import { WidthController } from './width-controller.ts';

/** A trend shows this many months at most: a year and the same month of the year before. */
const TREND_MONTHS = 13;

/**
 * Internet quality by province: a map, a table, curves, and how sure each figure is.
 *
 * @tagname i-speed-statistics
 * @summary Published figures of a collector, for any page.
 *
 * @attr {string} lang - `vi` or `en`. Without it: the language of the page around.
 *
 * @slot title - Instead of the title.
 * @slot footer - Under the source: links to open data, to reports.
 *
 * @csspart choices - Period, place and kind of line.
 * @csspart figures - The four figures, which are the choice of the measure too.
 * @csspart map - The map with its legend.
 * @csspart detail - The chosen place.
 * @csspart table - All provinces.
 * @csspart source - Where the figures are from.
 * @csspart csv - The button that saves a table.
 * @csspart print - The button that prints.
 * @csspart retry - The button that asks again.
 *
 * @cssprop [--i-speed-test-accent=#1257d6] - Buttons, curves, and what is chosen; the other properties of `<i-speed-test>` hold too.
 *
 * @fires {StatisticsChangeEvent} i-speed-statistics-change - `choices`: somebody chose another period, place, kind of line or measure.
 */
export class ISpeedStatisticsElement extends LitElement {
  static override properties = {
    collector: {},
    period: { reflect: true },
    province: { reflect: true },
    access: { reflect: true },
    measure: { reflect: true },
    lang: { reflect: true },
    theme: { reflect: true },
  };

  /** @internal The tag that the entry registers; also how a second copy of the script knows the first. */
  static readonly tag = 'i-speed-statistics';

  /** Address of the collector, such as `https://collector.example.vn`. **Required**. Without it: the element says that the page is not set up. */
  collector: string | null = null;
  /** `2026-09`, `2026-Q3` or `2026`. Without it: the newest month that is over. */
  period: string | null = null;
  /** Two-digit code of one of the 34 provinces (Decision 19/2025/QĐ-TTg). Without it: the whole country. */
  province: string | null = null;
  /** `fixed`, `mobile` or `all`; figures of both together are never publishable. Without it: `fixed`. */
  access: string | null = null;
  /** `download`, `upload`, `latency` or `ipv6`. Without it: `download`. */
  measure: string | null = null;
  /** `light` or `dark`. Without it: as the page around. */
  theme: string | null = null;

  readonly #answers = new AnswersController(this);
  readonly #width = new WidthController(this);
  #picture: Picture | null = null;

  #pointed: ProvinceCode | null = null;
  #order: Order = { column: 'value', isDescending: true };
  #hasChosen = false;

  constructor() {
    super();
    new LanguageObserver(this);
  }

  /** What is shown: the attributes, with what they leave out. */
  get choices(): Choices {
    const { period, province, access, measure } = this;
    return choicesOf({ period, province, access, measure });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    dress(root as ShadowRoot, styles);
    return root;
  }

  adoptedCallback(): void {
    if (this.hasUpdated) dress(this.renderRoot as ShadowRoot, styles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('collector')) this.#picture = null;
    if (changed.has('measure')) this.#order = { column: 'value', isDescending: this.choices.measure !== 'latency' };
  }

  protected override render(): TemplateResult {
    const language = languageOf(surroundingLanguage(this));
    const content = this.#content(language); // first: it is what the news are of
    return html`
      <div class="card" lang=${language.tag}>
        <p class="quiet" role="status">${this.#news(language)}</p>
        <slot name="title"><h2>${language.text.title}</h2></slot>
        ${content}
        <slot name="footer"></slot>
      </div>
    `;
  }

  /** Somebody who does not see the page hears what a choice has led to. */
  #news(language: Language): string {
    return this.#hasChosen && this.#picture ? pictureSaid(this.#picture, language) : '';
  }

  #content(language: Language): TemplateResult {
    const found = collectorAddress(this.collector);
    if ('mend' in found) return renderNotice('misconfigured', language, null);
    const retry = () => this.#answers.retry();
    const running = monthInVietnam(new Date());
    const answer = this.#answers.read<Periods>(found.address + COLLECTOR_PATHS.periods, EXAMPLES.periods);
    if (answer.status !== 'here') return renderNotice(answer.status, language, retry);
    const periods = periodsOf(answer.value.months, running);
    if (periods.newest === null) return renderNotice('empty', language, null);

    const wanted = { ...this.choices, period: this.choices.period ?? periods.newest };
    const statistics = this.#answers.read<Statistics>(found.address + statisticsPath(wanted), EXAMPLES.statistics);
    // Until the new answer is here, the old one stays, named as what it is.
    if (statistics.status === 'here') this.#picture = pictureOf(statistics.value, wanted);
    else if (this.#picture && statistics.status === 'coming')
      this.#picture = { ...this.#picture, choices: { ...this.#picture.choices, province: wanted.province } };
    const picture = statistics.status === 'failed' ? null : this.#picture;
    return renderPicture({
      language,
      choices: wanted,
      periods,
      running,
      picture,
      isComing: statistics.status === 'coming',
      notice: picture ? null : renderNotice(statistics.status === 'failed' ? 'failed' : 'coming', language, retry),
      charts: picture ? this.#charts(picture, periods, found.address, language, retry) : nothing,
      pointed: this.#pointed,
      order: this.#order,
      collector: found.address,
      act: {
        choose: (change) => this.#choose(change),
        chooseInTable: (province) => this.#chooseInTable(province),
        point: (province) => {
          this.#pointed = province;
          this.requestUpdate();
        },
        sort: (column) => this.#sort(column),
        save: () => picture && this.#save(picture, found.address, language),
        print: () => globalThis.print(),
      },
    });
  }

  #charts(
    { choices, rows, country }: Picture,
    { months }: PeriodList,
    collector: string,
    language: Language,
    retry: () => void,
  ) {
    const { province, access } = choices;
    const [to, from] = [months[0]!, months.slice(0, TREND_MONTHS).at(-1)!];
    const trend = this.#answers.read<Statistics>(
      collector + monthsPath({ province, access }, from, to),
      EXAMPLES.statistics,
    );
    const distribution =
      choices.measure === 'ipv6'
        ? null
        : this.#answers.read<Distribution>(collector + distributionPath(choices), EXAMPLES.distribution);
    const place = placeName(province, rows, language);
    const { width } = this.#width;
    return renderCharts({ choices, place, trend, distribution, language, width, rows, country, retry });
  }

  #choose(change: Partial<Choices>): void {
    this.#hasChosen = true;
    this.#answers.retry();
    Object.assign(this, change);
    this.dispatchEvent(new StatisticsChangeEvent(this.choices));
  }

  /** From the table, the place is read elsewhere: the focus goes there. */
  #chooseInTable(province: ProvinceCode): void {
    this.#choose({ province });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#place')?.focus());
  }

  #sort(column: Column): void {
    const { column: before, isDescending } = this.#order;
    this.#order = { column, isDescending: column === before ? !isDescending : startsDescending(column, this.choices) };
    this.requestUpdate();
  }

  #save(picture: Picture, collector: string, language: Language): void {
    const { period, access } = picture.choices;
    const name = `i-speed-${period}-${access}.csv`;
    saveFile(new File([figuresCsv(picture, collector, language)], name, { type: 'text/csv;charset=utf-8' }));
  }
}

/** Best first where there is a best. */
const startsDescending = (column: Column, { measure }: Choices): boolean =>
  column === 'votes' || column === 'ipv6' || (column === 'value' && measure !== 'latency');
