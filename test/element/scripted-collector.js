// A collector that does as it is told: /scripted/<id>/v1/tests and …/v1/results, with a POST to /scripted/<id>/set to change its mind
// and a GET of /scripted/<id>/log to see what was posted. Every test takes an id of its own.

import { scriptedGrant } from '../../demo/scenes/scripted-grant.ts';

const collectors = new Map();
let tests = 0;

const problem = (ctx, status, detail) => {
  ctx.status = status;
  ctx.type = 'application/problem+json';
  ctx.body = JSON.stringify({ type: 'about:blank', title: 'Scripted', status, detail });
};

const json = (ctx, body) => {
  ctx.status = 200;
  ctx.type = 'application/json';
  ctx.body = JSON.stringify(body);
};

const readBody = async (ctx) => {
  let text = '';
  for await (const chunk of ctx.req) text += chunk;
  return text === '' ? null : JSON.parse(text);
};

/** What either endpoint can be told to do instead of its job. */
const refusals = {
  drop: (ctx) => {
    ctx.respond = false;
    ctx.req.socket.destroy();
  },
  hang: (ctx, collector) => {
    ctx.respond = false;
    collector.hanging.push(ctx.req.socket);
  },
  busy: (ctx) => {
    ctx.set('retry-after', '3600');
    problem(ctx, 503, 'Come back in an hour.');
  },
  flooded: (ctx) => {
    ctx.set('retry-after', '600');
    problem(ctx, 429, 'Too many requests from this network.');
  },
  moment: (ctx, collector) => {
    ctx.set('retry-after', '1');
    problem(ctx, 503, 'One moment.');
    collector.tests = 'ok';
  },
  broken: (ctx) => problem(ctx, 500, 'Broken.'),
  refuse: (ctx) => problem(ctx, 403, 'Site danang-portal is not known here.'),
  garbage: (ctx) => {
    ctx.status = 200;
    ctx.type = 'html';
    ctx.body = '<h1>Welcome to the hotel</h1>';
  },
};

const grant = (ctx, { plan }) => json(ctx, scriptedGrant(plan, ++tests));

export const scriptedCollector = () => async (ctx, next) => {
  const [, id, path] = /^\/scripted\/([\w-]+)\/(.+)$/.exec(ctx.path) ?? [];
  if (!id) return next();
  const collector = collectors.get(id) ?? {
    tests: 'ok',
    results: 'ok',
    asked: [],
    posted: [],
    beats: [],
    visits: [],
    answered: 0,
    hanging: [],
  };
  collectors.set(id, collector);
  const body = await readBody(ctx);
  if (path === 'set') {
    Object.assign(collector, body);
    return json(ctx, {});
  }
  if (path === 'log')
    return json(ctx, {
      asked: collector.asked,
      posted: collector.posted,
      beats: collector.beats,
      visits: collector.visits,
      answered: collector.answered,
    });
  if (path === 'v1/tests') {
    collector.asked.push(body);
    if (collector.tests === 'empty') return json(ctx, { ...scriptedGrant(), points: [] });
    return (refusals[collector.tests] ?? ((c) => grant(c, body)))(ctx, collector);
  }
  if (path === 'v1/results') {
    collector.posted.push(body);
    const refusal = refusals[collector.results];
    if (refusal) return refusal(ctx, collector);
    collector.answered++;
    return json(ctx, {
      testId: body.result.testId,
      state: collector.state ?? 'verified',
      flags: collector.flags ?? [],
    });
  }
  if (path === 'v1/visits') {
    collector.visits.push(body);
    ctx.status = 204;
    return;
  }
  if (path.endsWith('/heartbeat')) {
    collector.beats.push({ path, body });
    ctx.status = 204;
    return;
  }
  if (path.endsWith('/progress') && collector.progress) return json(ctx, collector.progress);
  return next();
};
