import { parseArgs } from 'node:util';
import { SettingError } from '../../src/node/environment.ts';
import type { CountryPlan } from './country.ts';

export const USAGE = `Simulates a country's results by seed: the same ones for the same seed, always marked as simulated.
  npm run simulate -- --results 1500000 --from 2026-07 --to 2026-09 --seed 1 --data DIR
      straight into the store in DIR (results.sqlite), or into the database of DATABASE_URL
  npm run simulate -- --results 200 --from 2026-07 --to 2026-09 --seed 1 --data DIR --api http://localhost:8080
      through a running collector's own API, with tickets and signed receipts; its clock dates them
  --from and --to are months (YYYY-MM) or days (YYYY-MM-DD), both included. DIR also gets sites.json and points.json for the collector.`;

/** What a run into a store writes beside it once it is done. */
export const SUMMARY_FILE = 'simulated.txt';

/** What one run of the simulator does. */
export interface SimulatorSettings {
  readonly plan: CountryPlan;
  readonly dataDir: string;
  /** A collector's origin; null = straight into the store. */
  readonly api: string | null;
}

/** More than four years of the real i-Speed's 1.5 million a quarter; a store of it would have 40 GB. */
const MOST_RESULTS = 30_000_000;

const OPTIONS = {
  results: { type: 'string', default: '60000' },
  from: { type: 'string' },
  to: { type: 'string' },
  seed: { type: 'string', default: '1' },
  data: { type: 'string' },
  api: { type: 'string' },
} as const;

/** Command line → settings, or a SettingError that says what to write. */
export const readArguments = (args: readonly string[]): SimulatorSettings => {
  const { from, to, data, api, ...numbers } = parsed(args);
  if (from === undefined || to === undefined || data === undefined)
    throw new SettingError(`--from, --to and --data are needed.\n${USAGE}`);
  const plan = {
    seed: wholeNumber('seed', numbers.seed, 0, 2 ** 31),
    results: wholeNumber('results', numbers.results, 1, MOST_RESULTS),
    from: firstDay(from),
    to: lastDay(to),
  };
  if (plan.to < plan.from) throw new SettingError(`--to ${to} is before --from ${from}.`);
  return { plan, dataDir: data, api: api === undefined ? null : originOf(api) };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new SettingError(`${(error as Error).message}\n${USAGE}`);
  }
};

const wholeNumber = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new SettingError(`--${name} ${text} is not a whole number from ${min} to ${max}.`);
  return value;
};

const firstDay = (text: string): string => dayOf('from', text.length === 7 ? `${text}-01` : text, text);

const lastDay = (text: string): string => {
  if (text.length !== 7) return dayOf('to', text, text);
  const [year, month] = dayOf('to', `${text}-01`, text).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** A date that the calendar has: 2026-02-30 is none. */
const dayOf = (name: string, day: string, said: string): string => {
  const time = /^20\d\d-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new SettingError(`--${name} ${said} is neither a month (2026-07) nor a day (2026-07-15).`);
  return day;
};

const originOf = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new SettingError(`--api ${text} is not a collector's address, such as http://localhost:8080.`);
  return new URL(text).origin;
};
