import { relative } from 'node:path';
import { failure, remember } from './failures.mjs';

/** A reporter of `node --test` beside the one that people read: remembers the failures, and says nothing. */
export default async function* nodeReporter(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:fail') continue;
    const { error } = data.details;
    if (error.failureType === 'subtestsFailed') continue;
    remember(
      failure(relative(process.cwd(), data.file ?? ''), data.name, error.cause?.stack ?? String(error.cause ?? error)),
    );
  }
  yield '';
}
