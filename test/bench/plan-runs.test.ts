import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CONTENDERS, missingOf, namedContender } from './contenders.ts';
import { planRuns, type Wanted } from './plan-runs.ts';

const WANTED: Wanted = {
  links: ['gig', 'unshaped'],
  contenders: [namedContender('ours'), namedContender('plain')],
  rounds: 2,
  cc: 'bbr',
  peersDir: '',
};

const names = (wanted: Partial<Wanted>): string[] =>
  planRuns({ ...WANTED, ...wanted }).map(({ round, linkName, contender, cc }) =>
    [round, linkName, contender.name, cc].join(' '),
  );

describe('the plan of a benchmark', () => {
  it('goes through every link and engine before the next round', () => {
    assert.deepEqual(names({}), [
      '1 gig ours bbr',
      '1 gig plain bbr',
      '1 unshaped ours bbr',
      '1 unshaped plain bbr',
      '2 gig ours bbr',
      '2 gig plain bbr',
      '2 unshaped ours bbr',
      '2 unshaped plain bbr',
    ]);
  });

  it('takes both kinds of server one after the other on the same link', () => {
    assert.deepEqual(names({ rounds: 1, links: ['gig'], cc: 'both' }), [
      '1 gig ours bbr',
      '1 gig plain bbr',
      '1 gig ours cubic',
      '1 gig plain cubic',
    ]);
  });

  it('has a link for every name but the one that means none', () => {
    const runs = planRuns(WANTED);
    assert.equal(runs[0]!.link?.down, '940mbit');
    assert.equal(runs[2]!.link, null);
  });

  it('says what was asked for wrongly', () => {
    assert.throws(() => names({ links: ['nowhere'] }), /no link "nowhere": adsl/);
    assert.throws(() => names({ cc: 'reno' }), /not "reno"/);
    assert.throws(() => names({ rounds: Number.NaN }), /--runs/);
    assert.throws(() => namedContender('fast'), /no engine "fast": ours/);
  });

  it('can do without any peer', () => {
    const alone = CONTENDERS.filter((contender) => missingOf(contender, '').length === 0);
    assert.deepEqual(
      alone.map(({ name }) => name),
      ['ours', 'plain'],
    );
  });
});
