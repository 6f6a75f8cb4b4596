import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Engine = 'chromium' | 'firefox' | 'webkit';

interface Place {
  readonly name: string;
  readonly variable: string;
  readonly paths: readonly string[];
  readonly packages: readonly string[];
}

/** In a file of its own, because `npm test` reads it before anything is installed. */
const PLACES = JSON.parse(readFileSync(join(import.meta.dirname, 'browsers.json'), 'utf8')) as Readonly<
  Record<Engine, Place>
>;

export const ENGINES = Object.keys(PLACES) as readonly Engine[];

export const nameOf = (engine: Engine): string => PLACES[engine].name;

/** Where an engine's browser is (of WebKit: its driver); its variable first, then the usual places. */
export const findBrowser = (engine: Engine): string | null => {
  const { variable, paths } = PLACES[engine];
  return [process.env[variable] ?? '', ...paths].find((path) => path !== '' && existsSync(path)) ?? null;
};

/** The same, or an error that says what to do. */
export const requireBrowser = (engine: Engine): string => {
  const { name, variable, packages } = PLACES[engine];
  const path = findBrowser(engine);
  if (!path)
    throw new Error(`No ${name} found. Install it (Debian: apt-get install ${packages.join(' ')}) or set ${variable}.`);
  return path;
};

/** The engines that tests are to run in: those that BROWSERS names, else those that are here. */
export const chosenEngines = (): readonly Engine[] => {
  const named = process.env['BROWSERS']?.split(',');
  return ENGINES.filter((engine) => named?.includes(engine) ?? findBrowser(engine) !== null);
};
