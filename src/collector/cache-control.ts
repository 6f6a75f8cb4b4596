import type { MiddlewareHandler } from 'hono';

/** Says how long a good answer may be reused; problems say for themselves. */
export const cacheControl =
  (value: string): MiddlewareHandler =>
  async (context, next) => {
    await next();
    if (context.res.ok) context.header('cache-control', value);
  };
