import { SettingError } from './environment.ts';
import { log } from './log.ts';

/** A service that has not closed by then is ended. */
const END_TIMEOUT_MS = 5000;

/** What a running service gives back: where it answers and how to end it. */
export interface Service {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/**
 * The life of a service process: starts it, tells a parent process where it answers (`{ready: origin}` over IPC), and ends it on
 * SIGINT, SIGTERM, or when the parent is gone. A wrong setting ends the process with its sentence, not with a stack.
 */
export const runMain = async (name: string, start: () => Promise<Service>): Promise<void> => {
  let service: Service | null = null;
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(0), END_TIMEOUT_MS).unref();
    void (service?.close() ?? Promise.resolve()).finally(() => process.exit(0));
  };
  // Before anything has started: a parent may be gone by then, and Ctrl-C may come twice.
  process.on('SIGINT', end).on('SIGTERM', end).on('disconnect', end);
  try {
    service = await start();
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exit(1);
  }
  log('info', `${name} answers`, { origin: service.origin });
  process.send?.({ ready: service.origin });
};
