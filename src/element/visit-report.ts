import { COLLECTOR_PATHS } from '../protocol/endpoints.ts';
import type { ProvinceCode } from '../protocol/province.ts';
import { ENGINE_VERSION } from '../protocol/result.ts';
import type { LossReason, VisitStep } from '../protocol/visit.ts';
import type { Configuration } from './configuration.ts';
import type { VisitHost } from './visit-controller.ts';

/** The element counts as shown once this much of it is in sight: the half that advertisers go by. */
const SEEN_SHARE = 0.5;

/** In their order; the protocol's list comes with its schema. */
const STEPS: readonly VisitStep[] = ['shown', 'consented', 'started', 'finished'];

/**
 * Tells the collector how far this visit came, when its page is hidden or left: a count for the province's report, and nothing of who it
 * was. Nobody waits for an answer; what is lost is lost. A text without credentials needs no preflight, which a page that goes would not
 * live to see.
 */
export const createVisitReport = (host: VisitHost, province: () => ProvinceCode | null) => {
  let reached = -1;
  let told = -1;
  let reason: LossReason | null = null;

  const tell = () => {
    const { collector, request } = host.configuration as Partial<Configuration>;
    const site = request?.site;
    if (!site || host.submit === 'off' || reached <= told) return;
    fetch(`${collector!}${COLLECTOR_PATHS.visits}`, {
      method: 'POST',
      body: JSON.stringify({
        site,
        province: province(),
        version: ENGINE_VERSION,
        layout: host.layout,
        reached: STEPS[reached],
        after: STEPS[told],
        lossReason: reason,
      }),
      credentials: 'omit',
      keepalive: true,
    }).catch(() => undefined);
    told = reached;
  };
  const whenHidden = () => document.hidden && tell();
  const note = (step: VisitStep | null, lossReason: LossReason | null = null) => {
    reached = Math.max(reached, STEPS.indexOf(step!));
    reason = lossReason;
  };
  const watch = new IntersectionObserver(
    ([entry]) => {
      // A kiosk is always in sight.
      if (entry!.isIntersecting && !host.isShared) note('shown', reason);
    },
    { threshold: SEEN_SHARE },
  );
  host.addController({
    hostConnected: () => {
      watch.observe(host);
      document.addEventListener('visibilitychange', whenHidden);
    },
    hostDisconnected: () => {
      watch.disconnect();
      document.removeEventListener('visibilitychange', whenHidden);
      tell();
    },
  });
  return {
    /** The visit came so far; or no further than it was, for a reason. */
    note,
    /** The next person begins. */
    next: () => {
      tell();
      told = reached = -1;
    },
    /** Another page tells of this visit. */
    forget: () => {
      told = STEPS.length;
    },
  };
};
