import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { type Evidence, EvidenceSchema } from '../protocol/submission.ts';
import { complaintsOf } from './check-shape.ts';
import { verify } from './verify.ts';

/** `npm run verify -- FILE|URL`: prints agree or disagree; status 0 where the numbers are borne out, 1 where not, 2 where nothing could be checked. */

const USAGE = `npm run verify -- https://collector.example.vn/v1/results/TEST-ID      or a file with what …/TEST-ID/evidence answers`;

const stop = (message: string): never => {
  console.error(message);
  process.exit(2);
};

const textOf = async (source: string): Promise<string> => {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8');
  const address = `${source.replace(/\/(evidence)?$/, '')}/evidence`;
  const answer = await fetch(address);
  return answer.ok ? answer.text() : stop(`${address} answered ${answer.status}: ${await answer.text()}`);
};

const read = async (source: string): Promise<Evidence> => {
  let value: unknown;
  try {
    value = JSON.parse(await textOf(source));
  } catch (error) {
    return stop(`${source} cannot be read: ${String(error)}`);
  }
  const checked = v.safeParse(EvidenceSchema, value);
  return checked.success ? checked.output : stop(`${source} is no evidence: ${complaintsOf(checked.issues)}.`);
};

const source = process.argv[2] ?? stop(USAGE);
const evidence = await read(source);
const { signature, state, flags, agrees } = await verify(evidence);
const { result } = evidence;
const megabits = (rate: number | undefined) => (rate === undefined ? '–' : (rate / 1e6).toFixed(2));
console.log(`test       ${result.testId}, ${result.startedAt ?? 'no date'}, point ${result.point?.id ?? 'unknown'}`);
console.log(
  `claims     ${megabits(result.download?.bitsPerSecond)} Mbit/s down, ${megabits(result.upload?.bitsPerSecond)} up`,
);
console.log(`signature  ${signature}${evidence.pointKey ? ` (key ${evidence.pointKey.x})` : ''}`);
const replay =
  state === null ? 'nothing to replay: no recording' : state === 'verified' ? 'agree' : `disagree: ${flags.join(', ')}`;
console.log(`replay     ${replay}`);
console.log(
  `collector  says ${result.state}${result.flags.length > 0 ? ` (${result.flags.join(', ')})` : ''}${agrees ? '' : ', which this check does not bear out'}`,
);
process.exitCode = state === 'verified' && agrees ? 0 : 1;
