import type { SocketMessage } from './json-socket.ts';

/** What a page's main thread worked at one stretch. */
export interface Task {
  /** On the clock of the wall: a machine with other work makes every task longer. */
  readonly wallMs: number;
  /** On the processor: the task's own work. */
  readonly processorMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as all of the trace's times. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

interface Connection {
  readonly send: (method: string, params?: object) => Promise<unknown>;
  readonly on: (listener: (message: SocketMessage) => void) => void;
}

const MICROSECONDS = 1e-3;

/**
 * Records the tasks of the main threads of all pages, and gives them at the end. The browser's own trace is asked, and not the page's
 * `longtask` entries: these tell the time on the wall alone (seen on a shared machine: 31 ms of work in a task of 140 ms).
 */
export const recordTasks = async ({ send, on }: Connection): Promise<() => Promise<readonly Task[]>> => {
  const events: TraceEvent[] = [];
  const complete = new Promise<void>((resolve) =>
    on(({ method, params }) => {
      if (method === 'Tracing.dataCollected') events.push(...(params!['value'] as readonly TraceEvent[]));
      if (method === 'Tracing.tracingComplete') resolve();
    }),
  );
  const traceConfig = { includedCategories: ['toplevel'], excludedCategories: ['*'] };
  await send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  return async () => {
    await send('Tracing.end');
    await complete;
    const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
    const main = new Set(
      events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
    );
    return events
      .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)))
      .map(({ dur, tdur }) => ({ wallMs: dur! * MICROSECONDS, processorMs: tdur! * MICROSECONDS }));
  };
};
