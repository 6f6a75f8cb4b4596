import { sendKeys } from '@web/test-runner-commands';
import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { ISpeedTestElement } from '../../src/define.ts';
import '../../src/define.ts';
import { onlyScriptedWorkers } from '../../demo/scenes/page-surroundings.ts';
import { workerSrcOf as sceneWorkerSrcOf } from '../../demo/scenes/play-scene.ts';
import { BLOCKED, COMPLETE, CRASHES, holding, PARTIAL, type Play, SILENT, WEAK } from '../../demo/scenes/plays.ts';
import { blockedBy } from '../../src/element/engine-probe.ts';
import type { Command, Report } from '../../src/protocol/messages.ts';
import type { KioskHeartbeat } from '../../src/protocol/kiosk.ts';
import type { Progress } from '../../src/protocol/progress.ts';
import type { Submission } from '../../src/protocol/submission.ts';
import type { VisitMessage } from '../../src/protocol/visit.ts';
import type { TestRequest } from '../../src/protocol/ticket.ts';

type Behaviour = 'ok' | 'drop' | 'hang' | 'busy' | 'flooded' | 'moment' | 'broken' | 'refuse' | 'garbage' | 'empty';

/** A collector of one's own, told what to do; see scripted-collector.js. */
export const aCollector = () => {
  const url = `${location.origin}/scripted/${crypto.randomUUID()}`;
  return {
    url,
    set: (will: {
      tests?: Behaviour;
      results?: Behaviour;
      state?: string;
      flags?: readonly string[];
      progress?: Progress;
    }) => fetch(`${url}/set`, { method: 'POST', body: JSON.stringify(will) }),
    log: async () =>
      (await (await fetch(`${url}/log`)).json()) as {
        asked: TestRequest[];
        posted: Submission[];
        visits: VisitMessage[];
        beats: { path: string; body: KioskHeartbeat }[];
        answered: number;
      },
  };
};
export type ACollector = ReturnType<typeof aCollector>;

interface Setting {
  readonly script?: Script;
  readonly collector?: { readonly url: string };
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: string;
}

/** Names for what the scenes' engine plays. */
const SCRIPTS = {
  complete: COMPLETE,
  weak: WEAK,
  partial: PARTIAL,
  hold: holding('download'),
  crash: CRASHES,
  throws: BLOCKED,
  silent: SILENT,
} as const satisfies Readonly<Record<string, Play>>;
export type Script = keyof typeof SCRIPTS;

export const workerSrcOf = (play: Script | Play) =>
  sceneWorkerSrcOf(typeof play === 'string' ? SCRIPTS[play] : play, `${location.origin}/demo/scenes/`);

/** What tests have changed in the page, to be put back after each. */
const putBack: (() => void)[] = [];
afterEach(() => putBack.splice(0).forEach((undo) => undo()));

/** An element in the page, whose engine plays `script`; its probe has ended. */
export const mount = async ({
  script = 'complete',
  collector = aCollector(),
  attributes = {},
  children = '',
}: Setting = {}) => {
  const element = document.createElement('i-speed-test');
  const workerSrc = attributes['worker-src'] ?? workerSrcOf(script);
  // Else the engine in the source tree would do what the scripted one does not.
  if (script === 'throws' || script === 'silent') putBack.push(onlyScriptedWorkers());
  for (const [name, value] of Object.entries({
    collector: collector.url,
    locale: 'vi',
    ...attributes,
    'worker-src': workerSrc,
  }))
    element.setAttribute(name, value);
  element.innerHTML = children;
  await fixture(html`<div>${element}</div>`);
  await blockedBy(workerSrc);
  await element.updateComplete;
  // English is fetched.
  await waitUntil(() => !shown(element, '[aria-busy]'));
  return element;
};

/** The engine as a puppet: hears its commands, makes it say reports. */
export const aPuppet = () => {
  const name = crypto.randomUUID();
  const channel = new BroadcastChannel(name);
  const commands: Command[] = [];
  let answers = 0;
  channel.onmessage = ({ data }: MessageEvent<'alive' | { command: Command }>) => {
    if (data === 'alive') answers++;
    else commands.push(data.command);
  };
  return {
    workerSrc: `${workerSrcOf('complete')}&channel=${name}`,
    commands,
    say: (report: Report) => channel.postMessage({ report }),
    /** Plays a whole test to its end, once it was started. */
    complete: () => channel.postMessage('complete'),
    started: () => waitUntil(() => commands.some(({ type }) => type === 'start'), 'the engine was not started'),
    ping: () => channel.postMessage('ping'),
    answers: () => answers,
    close: () => channel.close(),
  };
};

/** An element whose engine does what the test says. */
export const mountPuppet = async () => {
  const puppet = aPuppet();
  return { puppet, element: await mount({ attributes: { 'worker-src': puppet.workerSrc } }) };
};

/** A frame of this origin: to the browser another page, with another document. */
export const aFrame = async () => {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe src="/demo/scenes/scenes.css"></iframe>`);
  await waitUntil(() => frame.contentDocument?.readyState === 'complete' && frame.contentWindow?.location.host);
  return frame;
};

export const shown = (element: ISpeedTestElement, selector: string): HTMLElement | null =>
  element.renderRoot.querySelector<HTMLElement>(selector);

/** What a person reads, without the blanks of the template. */
export const read = (element: ISpeedTestElement, selector: string): string =>
  (shown(element, selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** As a person does, by the keyboard: a press from a script would not count. */
export const press = async (element: ISpeedTestElement, selector: string): Promise<void> => {
  const button = shown(element, selector);
  if (!button) throw new Error(`There is no ${selector} to press.`);
  button.focus();
  await sendKeys({ press: 'Enter' });
};

export const appears = (element: ISpeedTestElement, selector: string): Promise<void> =>
  waitUntil(() => shown(element, selector) !== null, `${selector} did not appear`, { timeout: 5000 });

/** Runs to the end without the question. */
export const runThrough = async (element: ISpeedTestElement) => {
  const result = await element.start({ consent: true });
  await element.updateComplete;
  // What the numbers mean is painted a moment after them.
  if (shown(element, '[part=result]')) await appears(element, '[part=result] .details');
  return result;
};

/** The next event of that name, with its own type. */
export const heard = <Name extends keyof HTMLElementEventMap>(target: EventTarget, name: Name) =>
  oneEvent<HTMLElementEventMap[Name]>(target, name);

export const submitted = (element: ISpeedTestElement) => heard(element, 'i-speed-test-submitted');
