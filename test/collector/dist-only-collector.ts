import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCollector } from '../../src/collector/collector.ts';

/** A collector in a folder, without points and sites, that hands out the folder's `dist/`; started again, it is the next version's. */
export const distOnlyCollector = (folder: string) => {
  const distDir = join(folder, 'dist');
  const pointsFile = join(folder, 'points.json');
  writeFileSync(pointsFile, '[]');
  const start = () =>
    startCollector({
      host: 'localhost',
      port: 0,
      dataDir: join(folder, 'data'),
      pointsFile,
      pagesDir: null,
      distDir,
      openDataDir: join(folder, 'open-data'),
      sitesFile: null,
      databaseUrl: null,
      operatorsFile: null,
      communesFile: null,
      networksFile: null,
      proxyHops: 0,
      simulated: false,
    });
  return { distDir, start };
};
