import { startCollector } from '../../../src/collector/collector.ts';
import { readSettings } from '../../../src/collector/settings.ts';

/** A collector that tells its parent where it is, and whenever it is asked how much CPU it has used so far, in µs. Ends with its parent. */
const service = await startCollector(readSettings(process.env));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send!(user + system);
});
process.on('disconnect', () => void service.close().then(() => process.exit()));
process.send!(service.origin);
