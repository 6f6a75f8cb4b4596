import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Settings } from '../../src/collector/settings.ts';
import { openStore } from '../../src/collector/open-store.ts';
import type { ResultStore } from '../../src/collector/result-store.ts';
import { cellOf } from '../../src/statistics/tally.ts';
import { bruteForceStatistics, bruteForceVotes } from './brute-force-statistics.ts';
import { entryWith } from './entries.ts';
import { assertCellsNear } from './near.ts';
import { anyEntry } from './any-entry.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Place = Pick<Settings, 'dataDir' | 'databaseUrl'>;
type Outcome = Awaited<ReturnType<ResultStore['insert']>>;

const PROCESSES = 3;
const PROGRAM = join(import.meta.dirname, 'sharing-process.ts');

/** What a store must do for several processes at once. `newPlace` is one where nothing is yet. */
export const itIsShared = (newPlace: () => Promise<Place>): void => {
  const folder = temporaryFolder();
  const share = async ({ dataDir, databaseUrl }: Place, file: string): Promise<Outcome[]> => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' },
    });
    const [output, ended] = await Promise.all([text(child.stdout), once(child, 'close')]);
    assert.deepEqual(ended, [0, null]);
    return JSON.parse(output) as Outcome[];
  };

  it('is made once, keeps one story of each test and counts right when several processes insert and revoke at once', async () => {
    const place = await newPlace();
    const drawn = fc.sample(anyEntry, { numRuns: 120, seed: 1 });
    // Each process tells every test, in its own order, and another story of some: of other provinces, and of other months.
    const told = Array.from({ length: PROCESSES }, (_, teller) =>
      drawn.map((entry, i) => {
        const other = drawn[(i + teller) % drawn.length]!;
        const { testId } = entry.result;
        return i % 4 === 0
          ? entryWith({ ...other.result, testId }, { sourceKey: other.sourceKey, bodyHash: `${teller} ${i}` })
          : entry;
      }),
    );
    const outcomes = await Promise.all(
      told.map((entries, teller) => {
        const file = join(folder, `${teller}.json`);
        writeFileSync(file, JSON.stringify([...entries.slice(teller * 40), ...entries.slice(0, teller * 40)]));
        return share(place, file);
      }),
    );
    const store = await openStore(place);
    try {
      const standing = new Map(
        outcomes
          .flat()
          .filter(({ inserted }) => inserted)
          .map(({ standing: entry }) => [entry.result.testId, entry]),
      );
      assert.equal(outcomes.flat().filter(({ inserted }) => inserted).length, drawn.length, 'each test once');
      assert.equal(standing.size, drawn.length);
      for (const {
        standing: { result, bodyHash },
      } of outcomes.flat())
        assert.equal(bodyHash, standing.get(result.testId)!.bodyHash, 'everybody was told of the same one');
      const kept = [...standing.values()].filter(({ result }) => result.point?.id !== 'da-nang');
      const votes = bruteForceVotes(kept);
      for (const context of ['citizen', 'kiosk'] as const)
        assertCellsNear(
          (await store.tallies({ month: null, province: null, context })).map(cellOf),
          bruteForceStatistics(votes, { context }),
        );
    } finally {
      await store.close();
    }
  });
};
