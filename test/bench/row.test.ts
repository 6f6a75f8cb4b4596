import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aFailure, aRow } from './entries.ts';
import { COLUMNS, CSV_HEADING, csvLine, parseCsv, runKey } from './row.ts';

describe('runs.csv', () => {
  it('gives back the rows that were written', () => {
    const rows = [aRow(), aRow({ round: 2, engine: 'ndt7', trueDownMbps: null, longTasks: 3 })];
    assert.deepEqual(parseCsv([CSV_HEADING, ...rows.map(csvLine), ''].join('\n')), rows);
  });

  it('keeps one run on one line, whatever its error says', () => {
    const line = csvLine(aFailure('it said "no",\nand went'));
    assert.equal(line.includes('\n'), false);
    assert.equal(parseCsv(`${CSV_HEADING}\n${line}`)[0]!.error, 'it said "no", and went');
  });

  it('tells what is missing from what is nought', () => {
    const [row] = parseCsv(`${CSV_HEADING}\n${csvLine(aRow({ longTasks: 0, memoryMegabytes: null }))}`);
    assert.equal(row!.longTasks, 0);
    assert.equal(row!.memoryMegabytes, null);
  });

  it('finds columns by their names, so that a file with fewer of them can be read', () => {
    const [row] = parseCsv('link,engine,downErrorPercent\ngig,plain,-1.5');
    assert.equal(row!.link, 'gig');
    assert.equal(row!.downErrorPercent, -1.5);
    assert.equal(row!.upErrorPercent, null);
  });

  it('has a column for every fact of a run', () => {
    assert.deepEqual([...COLUMNS].sort(), Object.keys(aRow()).sort());
  });

  it('knows a run by its round, link, engine and congestion control, not by its result', () => {
    assert.equal(runKey(aRow()), runKey(aFailure('gone')));
    assert.notEqual(runKey(aRow()), runKey(aRow({ cc: 'cubic' })));
    assert.notEqual(runKey(aRow()), runKey(aRow({ round: 2 })));
  });
});
