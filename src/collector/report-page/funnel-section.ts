import { html, raw } from 'hono/html';
import type { Report } from '../../protocol/report.ts';
import type { FunnelStep } from '../../statistics/funnel.ts';
import type { Markup } from '../shared-page/page.ts';
import type { ReportIdiom } from './report-idiom.ts';
import { column, numbers, table } from './table.ts';

/** How far visits and tests came, what was lost on the way, and what to do about each loss. */
export const funnelSection = ({ funnel }: Report, idiom: ReportIdiom): Markup => {
  const said = idiom.words.funnel;
  return html`<h2>${said.heading}</h2>
    ${chain({ name: said.visits, lead: said.visitsLead, steps: funnel.visits, names: said.visitStep }, idiom)}
    ${chain({ name: said.tests, lead: said.testsLead, steps: funnel.tests, names: said.testStep }, idiom)}`;
};

interface Chain<Step extends string> {
  readonly name: string;
  readonly lead: string;
  readonly steps: readonly FunnelStep<Step>[];
  readonly names: Readonly<Record<Step, string>>;
}

const chain = <Step extends string>({ name, lead, steps, names }: Chain<Step>, idiom: ReportIdiom): Markup => {
  const { words, count, share } = idiom;
  const said = words.funnel;
  const first = steps[0]?.count ?? 0;
  if (first === 0)
    return html`<h3>${name}</h3>
      <p class="lead">${said.none}</p>`;
  return html`<h3>${name}</h3>
    <p class="lead">${lead}</p>
    ${table(
      name,
      [column(said.step), numbers(said.count), numbers(said.share), numbers(said.lost)],
      steps.map(({ step, count: reached, lost }, i) => {
        const before = steps[i - 1]?.count;
        return [
          html`${names[step]}${bar(reached / first)}`,
          count(reached),
          before ? share(reached / before) : '',
          lost > 0 ? count(lost) : '',
        ];
      }),
    )}
    ${reasons(name, { steps, names }, idiom)}`;
};

const reasons = <Step extends string>(
  name: string,
  { steps, names }: Pick<Chain<Step>, 'steps' | 'names'>,
  { words, count }: ReportIdiom,
): Markup | string => {
  const lost = steps.flatMap(({ step, reasons: why }) => why.map((each) => ({ ...each, step })));
  if (lost.length === 0) return '';
  const said = words.funnel;
  return table(
    `${name}: ${said.why}`,
    [column(said.why), numbers(said.lost)],
    lost.map(({ step, reason, count: each }) => {
      const [what, advice] = words.reason[reason];
      return [html`${names[step]} → ${what}<small>${advice}</small>`, count(each)];
    }),
  );
};

/** Says nothing that the number beside it does not. */
const bar = (share: number) =>
  raw(
    `<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${(100 * share).toFixed(2)}" height="1"/></svg>`,
  );
