import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aFailure, aRow } from './entries.ts';
import { cellsOf } from './medians.ts';
import { summaryOf } from './summary.ts';

const ORDER = { links: ['adsl', 'ftth100', 'gig', 'unshaped'], engines: ['ours', 'ndt7', 'plain'] };

const summary = (...rows: ReturnType<typeof aRow>[]): string => summaryOf(cellsOf(rows, ORDER));

/** The cells of the first table row that begins with these. */
const tableRow = (markdown: string, ...beginning: string[]): string[] => {
  const line = markdown.split('\n').find((each) => each.startsWith(`| ${beginning.join(' | ')} |`));
  assert.ok(line, `no row ${beginning.join(' ')} in\n${markdown}`);
  return line.split('|').map((cell) => cell.trim());
};

describe('the medians of a benchmark', () => {
  it('take every figure by itself, over the runs that gave a result', () => {
    const [cell] = cellsOf(
      [
        aRow({ downErrorPercent: 1, seconds: 9 }),
        aRow({ round: 2, downErrorPercent: -2, seconds: 7 }),
        aRow({ round: 3, downErrorPercent: 4, seconds: 8 }),
        aFailure('no link', { round: 4, seconds: 240 }),
      ],
      ORDER,
    );
    assert.equal(cell!.medians.downErrorPercent, 1);
    assert.equal(cell!.medians.seconds, 8);
    assert.equal(cell!.finished.length, 3);
    assert.equal(cell!.failed.length, 1);
  });

  it('come in the order of links and engines, not in that of the runs', () => {
    const cells = cellsOf(
      [
        aRow({ link: 'gig', engine: 'plain' }),
        aRow({ link: 'gig' }),
        aRow({ link: 'adsl', engine: 'plain' }),
        aRow({ link: 'elsewhere' }),
      ],
      ORDER,
    );
    assert.deepEqual(
      cells.map(({ link, engine }) => `${link} ${engine}`),
      ['adsl plain', 'gig ours', 'gig plain', 'elsewhere ours'],
    );
  });

  it('keep servers with different congestion control apart', () => {
    assert.equal(cellsOf([aRow(), aRow({ cc: 'cubic' })], ORDER).length, 2);
  });
});

describe('summary.md', () => {
  it('counts each link once in the bars, and names the worst', () => {
    const text = summary(
      aRow({ link: 'adsl', downErrorPercent: -0.2, upErrorPercent: 0.1 }),
      aRow({ link: 'ftth100', downErrorPercent: 0.4, upErrorPercent: -0.3 }),
      aRow({ link: 'gig', downErrorPercent: -7, upErrorPercent: 0.2 }),
      aRow({ link: 'gig', round: 2, downErrorPercent: -8, upErrorPercent: 0.2 }),
      aRow({ link: 'gig', round: 3, downErrorPercent: -9, upErrorPercent: 0.2 }),
    );
    assert.deepEqual(tableRow(text, 'ours', 'bbr').slice(3, 9), [
      '3',
      '0.40',
      '8.0 (gig)',
      '0.20',
      '0.3 (ftth100)',
      '0',
    ]);
  });

  it('adds up the megabytes of both ways', () => {
    assert.ok(tableRow(summary(aRow()), 'ftth100', 'ours', 'bbr').includes('70'));
  });

  it('says how many runs failed, and why', () => {
    const text = summary(aRow(), aFailure('not within 240 s', { round: 2 }));
    assert.equal(tableRow(text, 'ftth100', 'ours', 'bbr')[4], '1 of 2');
    assert.ok(text.includes('- run 2, ftth100, ours, bbr: not within 240 s'));
  });

  it('shows a dash where nothing was measured, never a nought', () => {
    const text = summary(aFailure('gone', { seconds: null, longTasks: null }));
    assert.deepEqual(tableRow(text, 'ftth100', 'ours', 'bbr').slice(5, 8), ['–', '–', '–']);
  });

  it('shows rates instead of errors where there was no link, and leaves them out of the bars', () => {
    const free = { trueDownMbps: null, trueUpMbps: null, downErrorPercent: null, upErrorPercent: null };
    const text = summary(aRow(), aRow({ link: 'unshaped', downMbps: 3400, upMbps: 1800, ...free }));
    assert.deepEqual(tableRow(text, 'unshaped', 'ours', 'bbr').slice(5, 7), ['3400', '1800']);
    assert.equal(tableRow(text, 'ours', 'bbr')[3], '1');
  });
});
