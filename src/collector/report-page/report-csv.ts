import { ACCESSES } from '../../protocol/access.ts';
import type { ReachCounts, Report, Sample } from '../../protocol/report.ts';
import { type CsvCell, csvDialectOf, csvOf } from '../../protocol/csv.ts';
import { needsOf } from './needs-of.ts';
import type { ReportIdiom } from './report-idiom.ts';

type Row = readonly [section: string, item: string, measure: string, value: CsvCell, needed: CsvCell, note: string];

/** The report as one table, a number a row, all numbers whole: what a spreadsheet filters and sums. */
export const reportCsv = (report: Report, idiom: ReportIdiom): string => {
  const { words, provinceName, monthName, dayName, language } = idiom;
  const { province, month, countedTo, isRunning, simulated } = report;
  const title = words.title(provinceName(province), monthName(month));
  const head: Row[] = [
    [title, provinceName(province), monthName(month), null, null, words.countedTo(dayName(countedTo), isRunning)],
    ...(simulated ? [row(title, { note: words.simulated })] : []),
    ...needsOf(report, idiom).map((note) => row(words.needs.heading, { note })),
  ];
  const rows = [...head, ...sampleRows(report, idiom), ...siteRows(report, idiom), ...funnelRows(report, idiom)];
  return csvOf([words.columns, ...rows], csvDialectOf(language));
};

const row = (
  section: string,
  {
    item = '',
    measure = '',
    value = null,
    needed = null,
    note = '',
  }: Partial<Record<'item' | 'measure' | 'note', string>> & {
    readonly value?: CsvCell;
    readonly needed?: CsvCell;
  },
): Row => [section, item, measure, value, needed, note];

const sampleRows = ({ samples, operators, contexts, needed }: Report, { words, count }: ReportIdiom): Row[] => {
  const of = (section: string, item: string, { votes, sources, verdict }: Sample): Row[] => {
    const note = verdict.needs > 0 ? words.operators.lacks(count(verdict.needs)) : words.samples.enough;
    return [
      [section, item, words.samples.votes, votes, needed.votes, note],
      [section, item, words.samples.sources, sources, needed.sources, ''],
    ];
  };
  const { heading } = words.samples;
  return [
    ...of(heading, words.samples.all, samples.all),
    ...(['fixed', 'mobile'] as const).flatMap((kind) => of(heading, words.access[kind], samples[kind])),
    ...([...ACCESSES, 'unknown'] as const).map((access) =>
      row(heading, { item: words.access[access], measure: words.samples.votes, value: samples.byAccess[access] }),
    ),
    ...contexts.map(({ context, votes }) =>
      row(heading, { item: words.context[context], measure: words.samples.votes, value: votes }),
    ),
    ...operators.flatMap(({ operator, fixed, mobile, unknown }) => {
      const name = operator ?? words.operators.unknown;
      const section = words.operators.heading;
      return [
        ...of(section, `${name} – ${words.access.fixed}`, fixed),
        ...of(section, `${name} – ${words.access.mobile}`, mobile),
        row(section, { item: `${name} – ${words.access.unknown}`, measure: words.samples.votes, value: unknown }),
      ];
    }),
  ];
};

const siteRows = ({ sites, elsewhere, kiosks, versions }: Report, { words, dayName }: ReportIdiom): Row[] => {
  const said = words.sites;
  const reach = (section: string, item: string, { visits, tests }: ReachCounts): Row[] => [
    row(section, { item, measure: said.shown, value: visits.shown }),
    row(section, { item, measure: said.tests, value: tests.finished }),
    row(section, { item, measure: said.counted, value: tests.counted }),
    row(section, { item, measure: said.votes, value: tests.voted }),
  ];
  const seen = (lastSeen: string | null) => (lastSeen === null ? '' : dayName(lastSeen.slice(0, 10)));
  return [
    ...sites.flatMap(({ site, name, presence, lastSeen, versions: known, reach: mine }) => {
      const item = `${name} (${site})`;
      return [
        row(said.heading, { item, measure: said.state, value: words.presence[presence] }),
        row(said.heading, { item, measure: said.lastSeen, value: seen(lastSeen) }),
        row(said.heading, { item, measure: said.versions, value: known.join(' ') }),
        ...reach(said.heading, item, mine),
      ];
    }),
    ...reach(said.heading, said.elsewhere, elsewhere),
    ...kiosks.flatMap(({ site, kiosk, presence, lastSeen, lastFailure, uptime }) => {
      const [section, item] = [words.kiosks.heading, `${kiosk} (${site})`];
      return [
        row(section, { item, measure: said.state, value: words.presence[presence] }),
        row(section, { item, measure: `${words.kiosks.uptime} (%)`, value: uptime && Math.round(uptime * 100) }),
        row(section, { item, measure: words.kiosks.lastSeen, value: seen(lastSeen) }),
        row(section, { item, measure: words.kiosks.lastFailure, value: lastFailure && words.reason[lastFailure][0] }),
      ];
    }),
    ...versions.flatMap(({ version, reach: mine }) => reach(words.versions.heading, version, mine)),
  ];
};

const funnelRows = ({ funnel }: Report, { words }: ReportIdiom): Row[] => {
  const said = words.funnel;
  const chain = <Step extends string>(
    section: string,
    steps: readonly {
      readonly step: Step;
      readonly count: number;
      readonly reasons: Report['funnel']['tests'][number]['reasons'];
    }[],
    names: Readonly<Record<Step, string>>,
  ): Row[] =>
    steps.flatMap(({ step, count, reasons }) => [
      row(section, { item: names[step], measure: said.count, value: count }),
      ...reasons.map((lost) => {
        const [what, advice] = words.reason[lost.reason];
        return row(section, { item: names[step], measure: `${said.lost}: ${what}`, value: lost.count, note: advice });
      }),
    ]);
  return [...chain(said.visits, funnel.visits, said.visitStep), ...chain(said.tests, funnel.tests, said.testStep)];
};
