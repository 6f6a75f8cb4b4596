import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { FIGURE_ACCESSES } from '../../../src/collector/open-data/figure-line.ts';
import { recomputeMonth } from '../../../src/collector/open-data/recompute-month.ts';
import { COLLECTOR_PATHS } from '../../../src/protocol/endpoints.ts';
import { type Cell, StatisticsSchema } from '../../../src/protocol/statistics.ts';
import { createBench } from '../bench.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { monthEntries } from './month-entries.ts';
import { published } from './published.ts';

const MONTHS = ['2026-07', '2026-08', '2026-09'];
const bench = await createBench();
for (const month of MONTHS) for (const entry of monthEntries(month, 1000)) await bench.store.insert(entry);
const outDir = temporaryFolder();
const folders: string[] = [];
for (const month of MONTHS) folders.push(await published(bench.store, month, outDir));

const recompute = (...args: readonly string[]) => {
  const main = new URL('../../../src/collector/open-data/recompute-main.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { encoding: 'utf8' });
};

/** The lines of figures that the API answers with the same filters, as columns of figures.csv that are compared. */
const assertAsAnswered = async (period: string, rows: readonly Record<string, string>[]): Promise<number> => {
  let compared = 0;
  for (const context of ['citizen', 'kiosk'])
    for (const access of FIGURE_ACCESSES) {
      const filter = `period=${period}&context=${context}${access === 'all' ? '' : `&access=${access}`}`;
      const answer = await bench.app.request(`${COLLECTOR_PATHS.statistics}?${filter}`);
      const { cells, country } = v.parse(StatisticsSchema, await answer.json());
      for (const cell of [...cells, ...country]) {
        const row = rows.find(
          (each) =>
            each['context'] === context && each['access'] === access && each['province'] === (cell.province ?? ''),
        );
        assert.ok(row, `${filter} ${cell.province}`);
        if (row['withheld'] !== '') continue;
        compared++;
        assert.deepEqual(numbersOf(row), answeredNumbers(cell), `${filter} ${cell.province}`);
      }
    }
  return compared;
};
const numbersOf = (row: Record<string, string>) => [
  row['votes'],
  ...['download_bits_per_second', 'upload_bits_per_second', 'latency_ms', 'ipv6_by_ipv4_connect_time'].flatMap((name) =>
    ['p10', 'median', 'p90', 'median_low', 'median_high', 'votes'].map((part) => row[`${name}_${part}`]),
  ),
  row['ipv6_share'],
  row['publishable'],
  row['needs'],
];
const answeredNumbers = ({ count, figures, ipv6Paired, ipv6Share, verdict }: Cell) => [
  String(count),
  ...[figures?.downloadBitsPerSecond, figures?.uploadBitsPerSecond, figures?.latencyMs, ipv6Paired?.ratio].flatMap(
    (figure) =>
      [figure?.p10, figure?.median, figure?.p90, figure?.interval?.low, figure?.interval?.high, figure?.votes].map(
        (number) => String(number ?? ''),
      ),
  ),
  String(ipv6Share ?? ''),
  String(verdict.publishable),
  String(verdict.needs),
];
const parsed = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

describe('recomputing published months', () => {
  it('gives the published figures from the results and from the histograms alone, to the letter', async () => {
    for (const folder of folders) {
      const { complaints, figures, rows } = await recomputeMonth(folder);
      assert.deepEqual(complaints, []);
      assert.ok(rows > 990);
      assert.ok(figures.filter(({ tally }) => typeof tally !== 'string').length >= 6);
    }
  });

  it('gives what the API answers of each month, and of the quarter that three months make', async () => {
    for (const [i, month] of MONTHS.entries())
      await assertAsAnswered(month, parsed(readFileSync(join(folders[i]!, 'figures.csv'), 'utf8')));
    const { status, stdout, stderr } = recompute(...folders);
    assert.equal(status, 0, stderr);
    for (const month of MONTHS) assert.match(stderr, new RegExp(`^${month}  agrees: `, 'm'));
    assert.ok((await assertAsAnswered('2026-Q3', parsed(stdout))) >= 8);
  });

  /** One line of one file changed. */
  const altered = (name: string, change: (line: string) => string, number: number): string => {
    const folder = join(temporaryFolder(), '2026-09');
    cpSync(folders[2]!, folder, { recursive: true });
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    lines[number - 1] = change(lines[number - 1]!);
    writeFileSync(join(folder, name), lines.join('\n'));
    return folder;
  };

  it('says which line was altered, and ends with status 1', async () => {
    const bumped = (line: string) => line.replace(/(\d)$/, (digit) => String((Number(digit) + 1) % 10));
    const first = async (folder: string) => (await recomputeMonth(folder)).complaints[0];
    const told = readFileSync(join(folders[2]!, 'figures.csv'), 'utf8').split('\n');
    const number = 1 + told.findIndex((line) => /^2026-09,citizen,01,all,\d/.test(line));
    const figure = altered('figures.csv', (line) => line.replace(/,all,(\d+),/, ',all,9$1,'), number);
    assert.match(
      (await first(figure))!,
      new RegExp(`^figures\\.csv:${number}: votes is 9\\d+; results\\.csv gives \\d+$`),
    );
    assert.match(
      (await first(altered('histograms.csv', bumped, 7)))!,
      /^histograms\.csv:7: votes is \d+; results\.csv gives \d+$/,
    );
    assert.match((await first(altered('cells.csv', bumped, 2)))!, /^cells\.csv:2: ipv6_works is /);
    const rate = altered('results.csv', (line) => line.replace(/complete,steady,[^,]*,standard,/, '$&9'), 4);
    const { complaints } = await recomputeMonth(rate);
    assert.ok(
      complaints.some((complaint) => /^results\.csv:4: download_bits_per_second is /.test(complaint)),
      complaints.join('\n'),
    );
    const { status, stderr } = recompute(figure);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`figures\\.csv:${number}: votes is`));
  });

  it('notices columns that it does not know, and a figure that is gone', async () => {
    const { complaints } = await recomputeMonth(altered('results.csv', () => 'x', 1)).catch((error: unknown) => ({
      complaints: [String(error)],
    }));
    assert.match(complaints[0]!, /columns are not those/);
    const folder = altered('figures.csv', (line) => line, 1);
    const lines = readFileSync(join(folder, 'figures.csv'), 'utf8').split('\n');
    writeFileSync(join(folder, 'figures.csv'), lines.filter((_, i) => i !== 2).join('\n'));
    assert.match((await recomputeMonth(folder)).complaints.join('\n'), /figures\.csv: lacks the figures of citizen/);
  });

  it('says what a folder is that it cannot read', () => {
    const { status, stderr } = recompute(temporaryFolder());
    assert.equal(status, 2);
    assert.match(stderr, /holds no figures\.csv/);
  });
});
