/** One command of a session; the path is relative to it. */
export type Send = (method: 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

interface Answer {
  readonly value: unknown;
}

/** Opens a session of the W3C's WebDriver protocol, which is JSON over HTTP. */
export const webDriver = async (driver: string, capabilities: object): Promise<Send> => {
  const opened = await command(driver, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const { sessionId } = opened as { readonly sessionId: string };
  return (method, path, body) => command(driver, method, `/session/${sessionId}${path}`, body);
};

const command = async (driver: string, method: string, path: string, body?: object): Promise<unknown> => {
  const response = await fetch(driver + path, { method, body: body ? JSON.stringify(body) : null });
  const { value } = (await response.json()) as Answer;
  if (response.ok) return value;
  const { error, message } = value as { readonly error: string; readonly message: string };
  throw new Error(`${error}: ${message}`);
};
