import type { Statistics } from '../../src/protocol/statistics.ts';
import { MONTHS, type SampleQuery, sampleDistribution, sampleStatistics } from './sample-country.ts';

/** What is used here of the test runner's requests. */
interface Context {
  readonly path: string;
  readonly query: SampleQuery;
  readonly req: { readonly socket: { destroy(): void } };
  respond: boolean;
  status: number;
  type: string;
  body: string;
  set(name: string, value: string): void;
}

/** What a collector does: tells of the sample country as measured or simulated, has nothing yet, or fails in one of the ways that servers do. */
export type Behaviour = 'simulated' | 'measured' | 'nothing' | 'silent' | 'dropped' | 'failing' | 'hotel';

interface Scripted {
  will: Behaviour;
  readonly asked: string[];
  /** Answers that are held back until it behaves again. */
  held: (() => void)[];
}

const collectors = new Map<string, Scripted>();

const answerTo = (path: string, query: SampleQuery, will: Behaviour): unknown => {
  if (path === 'periods') return { months: will === 'nothing' ? [] : MONTHS };
  if (path === 'distribution') return sampleDistribution(query);
  return { ...sampleStatistics(query), simulated: will === 'simulated' } satisfies Statistics;
};

/** A collector for each test at `/statistics-of/ID`; `/statistics-of/ID/will/BEHAVIOUR` changes it, `/statistics-of/ID/asked` tells what it was asked. */
export const scriptedStatistics = () => async (context: Context, next: () => Promise<void>) => {
  const [, id, what, path = ''] =
    /^\/statistics-of\/([\w-]+)\/(will|asked|v1\/statistics)\/?(\w*)$/.exec(context.path) ?? [];
  if (id === undefined) return next();
  const collector = collectors.get(id) ?? { will: 'simulated', asked: [], held: [] };
  collectors.set(id, collector);
  const json = (body: unknown) => {
    context.status = 200;
    context.type = 'application/json';
    context.body = JSON.stringify(body);
  };
  if (what === 'asked') return json(collector.asked);
  if (what === 'will') {
    collector.will = path as Behaviour;
    for (const go of collector.held.splice(0)) go();
    return json({});
  }
  collector.asked.push(`${path}?${new URLSearchParams(context.query as Record<string, string>).toString()}`);
  if (collector.will === 'silent') await new Promise<void>((resolve) => collector.held.push(resolve));
  if (collector.will === 'dropped') {
    context.respond = false;
    context.req.socket.destroy();
  } else if (collector.will === 'failing') {
    context.status = 503;
    context.set('retry-after', '600');
  } else if (collector.will === 'hotel') {
    context.type = 'html';
    context.body = '<h1>Welcome</h1>';
  } else json(answerTo(path, context.query, collector.will));
};
