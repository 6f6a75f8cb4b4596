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

  it('cannot be changed afterwards', () => {
    assert.ok(Object.isFrozen(readSettings({})));
  });
});
