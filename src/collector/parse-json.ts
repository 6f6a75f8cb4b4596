import { ProblemError } from './problem.ts';

/** A body as data. No body at all is `{}`, so that a request without wishes needs none. Throws a 400 problem. */
export const parseJson = (body: Uint8Array): object => {
  if (body.length === 0) return {};
  const value = decode(body);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ProblemError(400, 'The body is not a JSON object in UTF-8. Send one.');
};

const decode = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
};
