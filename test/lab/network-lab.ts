import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A link between a client and a server; each text as link.c reads it. */
export interface Link {
  /** `100mbit`, `steps:80mbit@3s,20mbit@3s` or `trace:FILE`, towards the client and away from it. */
  readonly down: string;
  readonly up: string;
  /** Round trip without any queueing, half of it each way. */
  readonly rttMs: number;
  /** What the bottleneck holds at most: `100ms` at its rate, or bytes. */
  readonly queue: string;
  /** Share of packets lost at random, each way. */
  readonly lossRatio: number;
}

/** One end of the link: a network namespace of its own, with nothing in it but loopback and the link. */
export interface End {
  readonly address: string;
  readonly run: (command: string, args: readonly string[], env?: Readonly<Record<string, string>>) => ChildProcess;
}

export interface Lab {
  readonly client: End;
  readonly server: End;
  readonly close: () => Promise<void>;
}

/** Linux's own defaults, which the namespaces otherwise inherit from whatever the machine was tuned to. */
const SYSCTLS = [
  'net.ipv4.tcp_rmem=4096 131072 6291456',
  'net.ipv4.tcp_wmem=4096 16384 4194304',
  'net.ipv4.tcp_no_metrics_save=1',
];

const must = (command: string, ...args: string[]): void => {
  const { status, error, stderr } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.toString()}`);
};

/** Why the lab cannot work here, and what to do; null where it can. */
export const labObstacle = (): string | null => {
  if (process.platform !== 'linux') return 'The link lab needs Linux: it is made of network namespaces.';
  if (process.getuid?.() !== 0) return 'The link lab needs root, to make network namespaces. Run it with sudo.';
  const missing = ['ip', 'gcc'].find((tool) => spawnSync('which', [tool]).status !== 0);
  return missing ? `The link lab needs ${missing}: apt-get install -y iproute2 gcc libc6-dev` : null;
};

/** Builds the link, joins two new namespaces with it, and waits until packets pass. Close it, whatever happens. */
export const openLab = async ({ down, up, rttMs, queue, lossRatio }: Link): Promise<Lab> => {
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-lab-'));
  const names = { client: `ist${process.pid}c`, server: `ist${process.pid}s` };
  const children = new Set<ChildProcess>();
  let link: ChildProcess | null = null;
  const close = async () => {
    for (const child of children) child.kill('SIGTERM');
    link?.kill('SIGTERM');
    await Promise.all([...children, ...(link ? [link] : [])].map(ended));
    for (const name of Object.values(names)) spawnSync('ip', ['netns', 'del', name]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    must('gcc', '-O2', '-o', join(folder, 'link'), join(import.meta.dirname, 'link.c'), '-lm');
    for (const name of Object.values(names)) {
      must('ip', 'netns', 'add', name);
      must('ip', '-n', name, 'link', 'set', 'lo', 'up');
    }
    const oneWay = `${rttMs / 2}ms`;
    link = spawn(join(folder, 'link'), [
      ...['--ns-client', names.client, '--ns-server', names.server, '--down', down, '--up', up],
      ...['--delay-down', oneWay, '--delay-up', oneWay, '--queue-down', queue, '--queue-up', queue],
      ...['--loss-down', String(lossRatio), '--loss-up', String(lossRatio), '--stats', join(folder, 'stats.json')],
    ]);
    await saysReady(link);
    const make = (name: string, address: string): End => {
      must('ip', '-n', name, 'link', 'set', 'lab0', 'mtu', '1500', 'txqueuelen', '2000', 'up');
      must('ip', '-n', name, 'addr', 'add', `${address}/24`, 'dev', 'lab0');
      must('ip', 'netns', 'exec', name, 'sysctl', '-q', '-w', ...SYSCTLS);
      return {
        address,
        run: (command, args, env = {}) => {
          const child = spawn('ip', ['netns', 'exec', name, command, ...args], {
            env: { ...process.env, ...env },
            stdio: ['ignore', 'pipe', 'inherit'],
          });
          children.add(child);
          child.once('exit', () => children.delete(child));
          return child;
        },
      };
    };
    return { client: make(names.client, '10.77.0.1'), server: make(names.server, '10.77.0.2'), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const saysReady = (link: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let complaint = '';
    link.stderr!.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    link.stdout!.once('data', () => resolve());
    link.once('exit', () => reject(new Error(`The link did not start: ${complaint}`)));
  });
