import { html, nothing } from 'lit';
import { fill } from '../../page/fill.ts';
import type { FullText } from '../locales/more-text.ts';
import type { Surroundings } from '../render-view.ts';
import { kioskStyles } from '../styles/kiosk.styles.ts';
import type { OpenFrame } from './frame.ts';
import { attract } from './kiosk-attract.ts';
import { kioskFinished } from './kiosk-finished.ts';
import { startHeartbeat } from './kiosk-heartbeat.ts';
import { startMonitor } from './kiosk-monitor.ts';
import { phoneAddress } from './phone-address.ts';
import { watchIdle } from './watch-idle.ts';

/** Dial, numbers and uses are dressed by the part `run`, which a kiosk fetches at once. */
export const styles = [kioskStyles];

const warning = (seconds: number, { language }: Surroundings, { kiosk: said }: FullText) => html`
  <div class="warning" role="alertdialog" aria-label=${said.stillThere}>
    <h2>${said.stillThere}</h2>
    <p>${fill(said.resetIn, { seconds: language.format.count(seconds) })}</p>
    <button class="primary huge" part="stay" type="button">${said.stay}</button>
  </div>
`;

/** A screen in a public hall: many people, one after the other, and nobody who looks after it. */
export const openFrame: OpenFrame = (element, visit) => {
  const repaint = () => element.requestUpdate();
  const over = new AbortController();
  const until = { signal: over.signal };
  const idle = watchIdle({
    idleMs: () => element.idleSeconds * 1000,
    isInUse: () =>
      visit.run.status !== 'running' && (visit.run.status === 'ended' || visit.isAsking || visit.panel !== null),
    onTick: repaint,
    onIdle: () => element.reset(),
  });
  const monitor = startMonitor({ minutes: () => element.monitorMinutes, visit, idle, repaint });
  const stopHeartbeat = startHeartbeat(element, () => {
    const { configuration, site, kiosk } = element;
    return 'code' in configuration || !site || !kiosk ? null : { collector: configuration.collector, site, kiosk };
  });
  const refuse = (event: Event) => event.preventDefault();
  for (const way of ['contextmenu', 'dragstart', 'selectstart']) element.addEventListener(way, refuse, until);
  element.addEventListener(
    'click',
    (event) => {
      if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) event.preventDefault();
    },
    until,
  );
  for (const change of ['online', 'offline']) addEventListener(change, repaint, until);

  return {
    render: (view, around, plain) => {
      const text = around.language.more();
      const { parts } = around;
      if (!text || (!parts.get('run') && !parts.hasFailed('run'))) return null;
      const left = idle.secondsLeft();
      const content = () => {
        if (monitor.isRunning() || view.kind === 'idle')
          return attract({ around, isMonitoring: monitor.isRunning(), phone: phoneAddress(element) }, text);
        return view.kind === 'finished'
          ? kioskFinished(view.end.result, around, { text, onEnd: () => element.reset() })
          : plain();
      };
      return html`
        <div class="card kiosk" part="kiosk" data-state=${view.kind}>
          ${navigator.onLine ? nothing : html`<p class="offline" role="alert">${text.kiosk.offline}</p>`}
          <div class="screen" ?inert=${left !== null}>${content()}</div>
          ${left === null ? nothing : warning(left, around, text)}
        </div>
      `;
    },
    openCard: () => undefined, // there is room for all of it
    settle: (root) => root,
    close: () => {
      over.abort();
      idle.close();
      monitor.close();
      stopHeartbeat();
    },
  };
};
