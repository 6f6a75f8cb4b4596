import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { monthBefore, vietnamMonth } from '../src/collector/vietnam-calendar.ts';
import { listen } from '../src/node/listen.ts';
import { bundleEmbed } from './bundle-embed.ts';
import { bundleExamples } from './bundle-examples.ts';
import { bundleScenes } from './bundle-scenes.ts';
import type { Layout } from './layout.ts';
import { writeApp } from './write-app.ts';

const here = import.meta.dirname;

/** Folders of pages, by who serves them. */
export interface Pages {
  readonly front: string;
  readonly portal: string;
  /** Of the collector over simulated results. */
  readonly simulated: string;
}

/** Copies the demo's pages into the data folder with the addresses of this start filled in. */
export const writePages = async (layout: Layout): Promise<Pages> => {
  const { dataDir, collector } = layout;
  const [front, portal, simulated] = ['front', 'portal', 'simulated'].map((name) => join(dataDir, 'pages', name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [front, simulated]) mkdirSync(folder, { recursive: true });
  cpSync(join(here, 'portal'), portal, { recursive: true });
  for (const name of readdirSync(here)) if (/\.(html|css|svg)$/.test(name)) cpSync(join(here, name), join(front, name));
  cpSync(join(here, 'simulated'), simulated, { recursive: true });
  for (const name of ['base.css', 'front.css']) cpSync(join(here, name), join(simulated, name));
  cpSync(join(here, 'statistics'), join(simulated, 'statistics'), { recursive: true });
  for (const folder of [front, portal, simulated, join(simulated, 'statistics')]) fillIn(folder, layout);
  await bundleScenes(join(front, 'scenes'));
  await bundleEmbed(join(front, 'embed'));
  await bundleExamples(join(front, 'examples'));
  writeApp(join(front, 'app'), { collector: collector.origin });
  return { front, portal, simulated };
};

/** Writes addresses and dates into the pages of a folder. */
const fillIn = (folder: string, { collector, portal, simulated }: Layout): void => {
  const values: Readonly<Record<string, string>> = {
    COLLECTOR: collector.origin,
    PORTAL: portal.origin,
    SIMULATED: simulated.origin,
    LAST_MONTH: monthBefore(vietnamMonth(new Date().toISOString())),
  };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
    const page = readFileSync(join(folder, name), 'utf8');
    writeFileSync(
      join(folder, name),
      page.replace(/\{\{([A-Z_]+)\}\}/g, (whole, key: string) => values[key] ?? whole),
    );
  }
};

/** The Content-Security-Policy a careful portal sends: its own files, the element's script, its worker, and what it may call. */
const policyOf = ({ collector, points }: Layout): string => {
  // By port, because a policy cannot name an IPv6 address, and the points are asked by IPv6 too.
  const measured = points.map(({ port }) => `http://*:${port} ws://*:${port}`).join(' ');
  return [
    `default-src 'self'`,
    `script-src 'self' ${sourceOf(collector)}`,
    `worker-src blob:`,
    `connect-src ${sourceOf(collector)} ${measured}`,
    `object-src 'none'`,
    `base-uri 'none'`,
  ].join('; ');
};

const sourceOf = ({ origin, port }: { readonly origin: string; readonly port: number }): string =>
  origin.includes('[') ? `http://*:${port}` : origin;

/** Serves the portal's pages from an origin of their own, under a strict policy. */
export const servePortal = async (layout: Layout, folder: string): Promise<() => Promise<void>> => {
  const app = new Hono();
  app.use(async (context, next) => {
    context.header('content-security-policy', policyOf(layout));
    context.header('cache-control', 'no-cache');
    await next();
  });
  app.use(serveStatic({ root: folder }));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const { close } = await listen(() => createServer((request, response) => void listener(request, response)), {
    host: layout.host,
    port: layout.portal.port,
  });
  return close;
};
