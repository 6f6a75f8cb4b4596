import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COLLECTOR_PATHS, kioskHeartbeatPath, progressPath, sharedPath } from '../../src/protocol/endpoints.ts';
import { EMBED_PATH } from '../../src/protocol/frame-message.ts';
import { createBench } from './bench.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

describe('GET /openapi.json', async () => {
  const { app } = await createBench();
  const document = (await (await app.request(COLLECTOR_PATHS.openapi)).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

  it('lists every address that the app answers, and no other', () => {
    const answered = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    assert.deepEqual(operations.map(({ name }) => name).sort(), [...new Set(answered)].sort());
    assert.equal(document.openapi, '3.1.0');
  });

  it('gives every address a summary, the body of its good answer, and its problems', () => {
    for (const { name, operation } of operations) {
      assert.ok(operation.summary, name);
      const statuses = Object.keys(operation.responses);
      assert.ok(
        statuses.some((status) => status.startsWith('2')),
        name,
      );
      assert.ok(statuses.includes('500'), name);
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (status === '204' || status === '304') continue; // nothing to say
        const isPage =
          (name === `GET ${sharedPath('{testId}')}` && ['200', '404'].includes(status)) ||
          (name === `GET ${EMBED_PATH}` && status === '200');
        const mediaType = isPage
          ? 'text/html'
          : status.startsWith('2')
            ? 'application/json'
            : 'application/problem+json';
        assert.ok(content?.[mediaType]?.schema, `${name} ${status}`);
      }
    }
  });

  it('gives the bodies and parameters that are taken in', () => {
    assert.ok(document.paths[COLLECTOR_PATHS.tests]!['post']!.requestBody!.content['application/json']);
    assert.ok(document.paths[COLLECTOR_PATHS.results]!['post']!.requestBody!.content['application/json']);
    const kiosk = document.paths[kioskHeartbeatPath('{site}', '{kiosk}')]!['post']!;
    assert.ok(kiosk.requestBody!.content['application/json']);
    assert.deepEqual(
      kiosk.parameters!.map(({ name }) => name),
      ['site', 'kiosk'],
    );
    const namesAt = (path: string) =>
      document.paths[path]!['get']!.parameters!.map((each) => `${each.in} ${each.name}`);
    const filters = [
      'query period',
      'query month',
      'query from',
      'query to',
      'query province',
      'query codes',
      'query operator',
      'query asn',
      'query access',
      'query family',
      'query scope',
      'query context',
    ];
    assert.deepEqual(namesAt(COLLECTOR_PATHS.statistics), [...filters, 'query by', 'query commune']);
    assert.deepEqual(namesAt(COLLECTOR_PATHS.distribution), filters);
    assert.deepEqual(namesAt(`${COLLECTOR_PATHS.results}/{testId}`), ['path testId']);
    assert.deepEqual(namesAt(sharedPath('{testId}')), ['path testId', 'query lang']);
    assert.deepEqual(namesAt(progressPath('{province}')), ['path province', 'query asn', 'query commune']);
  });

  it('refers to nothing that it does not contain', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    assert.ok(references.length > 0);
    for (const [, name] of references) assert.ok(document.components.schemas[name!], name);
    assert.equal(JSON.stringify(document).match(/"\$ref"/g)?.length, references.length);
  });
});
