import { createHash } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import { type Accepted, AcceptedSchema, SubmissionSchema } from '../protocol/submission.ts';
import type { CollectorParts } from './app.ts';
import { checkShape } from './check-shape.ts';
import { clientAddress } from './client-address.ts';
import { collectorFlagsOf, judge } from './judge.ts';
import { parseJson } from './parse-json.ts';
import { ProblemError } from './problem.ts';
import { readReceipt } from './read-receipt.ts';
import { readTicket } from './read-ticket.ts';
import type { ResultEntry } from './result-store.ts';
import { bodyOf, problems } from './route-doc.ts';

/** How long a browser's outbox may keep a result; after a week nobody can tell what line it was. */
export const SUBMISSION_LIFE_S = 7 * 24 * 3600;

export const postResultDoc = describeRoute({
  summary: 'Hands in a result. Safe to repeat: the same body gets the same answer',
  requestBody: { required: true, content: bodyOf('Submission', SubmissionSchema) },
  responses: {
    201: { description: 'Stored', content: bodyOf('Accepted', AcceptedSchema) },
    200: { description: 'Was stored before', content: bodyOf('Accepted', AcceptedSchema) },
    ...problems({
      400: 'The body is not JSON',
      401: 'The ticket was not signed by this collector',
      409: 'Another result is stored for this test, or the collector shows simulated results',
      410: 'The ticket is too old',
      413: 'The body is too large',
      422: 'A field is wrong; the detail says which',
      429: 'Too many results from this network; Retry-After says when to post again',
    }),
  },
});

/** `POST /v1/results`. */
export const postResult =
  ({ store, ticketKeys, points, operators, communes, limiter, sources, now, proxyHops }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('result', context);
    const body = new Uint8Array(await context.req.arrayBuffer());
    const submission = checkShape(SubmissionSchema, parseJson(body), 422);
    const ticket = await readTicket(submission.ticket, ticketKeys);
    if (!ticket) throw new ProblemError(401, 'The ticket was not signed by this collector. Ask for one at /v1/tests.');
    const { testId, outcome } = submission.result;
    if (testId !== ticket.jti) throw new ProblemError(422, `result.testId: must be the ticket's, ${ticket.jti}.`);
    if (outcome !== 'complete' && outcome !== 'partial')
      throw new ProblemError(
        422,
        'result.outcome: only results that measured something are kept, complete or partial.',
      );

    const bodyHash = createHash('sha256').update(body).digest('hex');
    // Looked up before the age: a retry gets its first answer, however late it comes.
    const known = await store.find(ticket.jti);
    if (known) return answer(context, { standing: known, bodyHash, inserted: false });

    const receivedAt = now();
    if (receivedAt > (ticket.iat + SUBMISSION_LIFE_S) * 1000)
      throw new ProblemError(410, 'The ticket is more than seven days old. Run the test again.');
    const receipt = await readReceipt(submission.receipt, points.current);
    const result = judge({ ticket, submission, receipt, receivedAt, operators, communes });
    const { consentVersion, recording } = submission;
    const sourceKey = sources.keyOf(clientAddress(context, proxyHops), receivedAt);
    const kept = await store.insert({ result, bodyHash, consentVersion, sourceKey, recording });
    return answer(context, { ...kept, bodyHash });
  };

const answer = (
  context: Context,
  {
    standing,
    bodyHash,
    inserted,
  }: { readonly standing: ResultEntry; readonly bodyHash: string; readonly inserted: boolean },
): Response => {
  if (standing.bodyHash !== bodyHash)
    throw new ProblemError(409, 'Another result is stored for this test. A ticket is good for one result.');
  const { testId, state } = standing.result;
  const accepted: Accepted = { testId, state, flags: collectorFlagsOf(standing.result) };
  return context.json(accepted, inserted ? 201 : 200);
};
