import type { Handler, Hono } from 'hono';
import { describeRoute, openAPIRouteHandler } from 'hono-openapi';
import { ENGINE_VERSION } from '../protocol/result.ts';
import { problems } from './route-doc.ts';

export const getOpenapiDoc = describeRoute({
  summary: 'This description',
  responses: {
    200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
    ...problems({}),
  },
});

/** `GET /openapi.json`: made from the very schemas that requests are checked by. */
export const getOpenapi = (app: Hono): Handler =>
  openAPIRouteHandler(app, {
    excludeStaticFile: false, // else addresses with a dot, such as this one, are taken for files
    documentation: {
      info: {
        title: 'i-speed-test collector',
        version: ENGINE_VERSION,
        description: 'Opens tests, takes in their results, checks them and publishes figures.',
      },
    },
  });
