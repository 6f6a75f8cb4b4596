import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from './post-visits.ts';
import { SITES } from './sites.ts';
import type { Visit } from './visit.ts';

/** A collector that asks for patience for longer than this is not one for a simulation. */
const MOST_PATIENCE_S = 600;

/**
 * Asks a running collector over HTTP. It sees the visitor's address in X-Forwarded-For, if it believes in a proxy before it, and waits as
 * long as it is told to where there are too many visitors behind one address.
 */
export const askCollector = (origin: string): Ask => {
  const ask: Ask = async (path, body, visit) => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': visit.address, ...originHeader(visit) },
    });
    const seconds = Number(answer.headers.get('retry-after') ?? Infinity);
    if (answer.status !== 429 || seconds > MOST_PATIENCE_S) return answer;
    await sleep(seconds * 1000);
    return ask(path, body, visit);
  };
  return ask;
};

/** The origin of the page that a visitor is on; a page that only says that it is a site has another one. */
export const originHeader = ({ site, isUnattributed }: Visit): { readonly origin?: string } => {
  if (isUnattributed) return { origin: 'https://elsewhere.test' };
  const origin = SITES.find(({ id }) => id === site)?.origins[0];
  return origin === undefined ? {} : { origin };
};
