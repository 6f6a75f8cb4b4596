import type { Report, Sample } from '../../protocol/report.ts';
import type { Reason } from '../../protocol/verdict.ts';
import type { ReportIdiom } from './report-idiom.ts';

/** What the province still needs, and what is out of order: a sentence each, the samples first; pure. */
export const needsOf = (report: Report, { words, count, date }: ReportIdiom): string[] => {
  const { needs, access } = words;
  const { samples, needed, sites, kiosks } = report;
  const sentenceOf = (stratum: string, reason: Need) =>
    needs.stratum(stratum, needs.why[reason.code](count(reason.needs)));
  const missing = Math.max(needed.votes - samples.all.votes, 0);
  const sentences = missing > 0 ? [needs.votes(count(missing), count(needed.votes))] : [];
  const whole = worstOf(samples.all);
  if (whole && whole.code !== 'too-few-votes') sentences.push(sentenceOf(words.samples.all, whole));
  for (const kind of ['fixed', 'mobile'] as const) {
    const reason = worstOf(samples[kind]);
    if (reason) sentences.push(sentenceOf(access[kind], reason));
  }
  if (sites.length === 0) sentences.push(needs.noSites);
  for (const { name, presence, lastSeen, unattributed } of sites) {
    if (presence === 'absent') sentences.push(needs.siteAbsent(name));
    if (presence === 'silent' && lastSeen !== null) sentences.push(needs.siteSilent(name, date(lastSeen)));
    if (unattributed > 0) sentences.push(needs.unattributed(name, count(unattributed)));
  }
  for (const { site, kiosk, presence, lastSeen } of kiosks)
    if (presence !== 'live')
      sentences.push(needs.kioskSilent(`${kiosk} (${site})`, lastSeen === null ? null : date(lastSeen)));
  return sentences.length === 0 ? [needs.nothing] : sentences;
};

type Need = { readonly code: Exclude<Reason['code'], 'access-mixed'>; readonly needs: number };

/** The reason that asks for most; whoever meets it meets the others. */
const worstOf = ({ verdict }: Sample): Need | null =>
  verdict.reasons
    .flatMap(({ code, needs }) => (code === 'access-mixed' || needs === null ? [] : [{ code, needs }]))
    .reduce<Need | null>((worst, each) => (worst === null || each.needs > worst.needs ? each : worst), null);
