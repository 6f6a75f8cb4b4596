import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { CollectorParts } from './app.ts';
import { PointListSchema } from './point-registry.ts';
import { bodyOf, problems } from './route-doc.ts';

export const getPointsDoc = describeRoute({
  summary: 'The measurement points, with the keys their receipts are checked by',
  responses: { 200: { description: 'The points', content: bodyOf('PointList', PointListSchema) }, ...problems({}) },
});

/** `GET /v1/points`. */
export const getPoints =
  ({ points, liveness, now }: CollectorParts): Handler =>
  (context) => {
    const at = now();
    const alive = new Set(points.current.candidates(at).map(({ id }) => id));
    return context.json({
      points: points.current.published.map((point) => ({
        ...point,
        alive: alive.has(point.id) && liveness.isAlive(point.id, at),
      })),
    });
  };
