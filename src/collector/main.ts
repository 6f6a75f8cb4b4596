import { runMain } from '../node/run-main.ts';
import { startCollector } from './collector.ts';
import { readSettings } from './settings.ts';

await runMain('collector', () => startCollector(readSettings(process.env)));
