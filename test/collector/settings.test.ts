import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSettings } from '../../src/collector/settings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

describe('readSettings', () => {
  it('needs nothing', () => {
    assert.deepEqual(readSettings({}), {
      host: 'localhost',
      port: 8080,
      dataDir: './data',
      databaseUrl: null,
      pointsFile: join('data', 'points.json'),
      sitesFile: null,
      operatorsFile: null,
      communesFile: null,
      networksFile: null,
      proxyHops: 0,
      simulated: false,
      pagesDir: null,
      distDir: null,
      openDataDir: join('data', 'open-data'),
    });
  });

  it('looks for the points where the data is, unless told otherwise', () => {
    assert.equal(readSettings({ DATA_DIR: '/srv/data' }).pointsFile, '/srv/data/points.json');
    assert.equal(
      readSettings({ DATA_DIR: '/srv/data', POINTS_FILE: '/etc/points.json' }).pointsFile,
      '/etc/points.json',
    );
  });

  it('takes an empty variable for one that is not set', () => {
    assert.deepEqual(readSettings({ HOST: '', PORT: '', PAGES_DIR: '' }), readSettings({}));
  });

  it('says what is wrong with a port', () => {
    for (const PORT of ['http', '-1', '65536', '80.5'])
      assert.throws(() => readSettings({ PORT }), { name: 'SettingError', message: new RegExp(`PORT=${PORT} `) });
  });

  it('wants folders that are there', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [join(folder, 'nowhere'), file])
      for (const name of ['PAGES_DIR', 'DIST_DIR', 'OPEN_DATA_DIR'])
        assert.throws(() => readSettings({ [name]: path }), { name: 'SettingError', message: /is not a folder/ });
    assert.equal(readSettings({ DIST_DIR: folder }).distDir, folder);
  });

  it('takes PostgreSQL for a database, and repeats no password where the address is wrong', () => {
    for (const url of ['postgres://me:secret@db/results', 'postgresql://me@db:5433/results', 'postgres:///results'])
      assert.equal(readSettings({ DATABASE_URL: url }).databaseUrl, url);
    for (const url of ['mysql://me:secret@db/results', 'me:secret@db', 'postgres://me:sec/ret@db:x/results'])
      assert.throws(
        () => readSettings({ DATABASE_URL: url }),
        ({ name, message }: Error) => name === 'SettingError' && /^DATABASE_URL /.test(message) && !/sec/.test(message),
      );
  });

  it('cannot be changed afterwards', () => {
    assert.ok(Object.isFrozen(readSettings({})));
  });
});
