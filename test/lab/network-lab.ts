import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Link } from './links.ts';
import { type LogRow, parseLinkLog } from './truth.ts';

export type CongestionControl = 'cubic' | 'bbr';

/** What stands at the ends of the link. */
export interface LabOptions {
  /** Sends the downloads. */
  readonly server?: CongestionControl;
  /** Sends the uploads; browsers use what their system does, mostly cubic. */
  readonly client?: CongestionControl;
}

/** One end of the link: a network namespace of its own, with nothing in it but loopback and the link. */
export interface End {
  readonly address: string;
  readonly address6: string;
  readonly run: (command: string, args: readonly string[], env?: Readonly<Record<string, string>>) => ChildProcess;
}

export interface Lab {
  readonly client: End;
  readonly server: End;
  /** What the link has carried so far, a row every 100 ms; empty where the ends are joined without limits. */
  readonly log: () => LogRow[];
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

/** A namespace may only choose an algorithm that its host lets everyone use. */
const ALLOWED = '/proc/sys/net/ipv4/tcp_allowed_congestion_control';
const allow = (wanted: readonly CongestionControl[]): void => {
  const allowed = readFileSync(ALLOWED, 'utf8').trim().split(' ');
  const missing = wanted.filter((name) => !allowed.includes(name));
  if (missing.length > 0) writeFileSync(ALLOWED, [...allowed, ...new Set(missing)].join(' '));
};

/**
 * Builds the link, joins two new namespaces with it, and waits until packets pass; without a link the two are joined by a cable
 * without limits. Close it, whatever happens.
 */
export const openLab = async (
  link: Link | null,
  { server = 'cubic', client = 'cubic' }: LabOptions = {},
): Promise<Lab> => {
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-lab-'));
  const names = { client: `ist${process.pid}c`, server: `ist${process.pid}s` };
  const logFile = join(folder, 'log.csv');
  const children = new Set<ChildProcess>();
  let emulator: ChildProcess | null = null;
  const close = async () => {
    for (const child of children) child.kill('SIGTERM');
    emulator?.kill('SIGTERM');
    await Promise.all([...children, ...(emulator ? [emulator] : [])].map(ended));
    for (const name of Object.values(names)) spawnSync('ip', ['netns', 'del', name]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    allow([server, client]);
    for (const name of Object.values(names)) {
      must('ip', 'netns', 'add', name);
      must('ip', '-n', name, 'link', 'set', 'lo', 'up');
    }
    if (link) {
      must('gcc', '-O2', '-o', join(folder, 'link'), join(import.meta.dirname, 'link.c'), '-lm');
      const { down, up, rttMs, jitterMs, queue, lossRatio } = link;
      const bothWays = (option: string, value: string) => [`--${option}-down`, value, `--${option}-up`, value];
      emulator = spawn(join(folder, 'link'), [
        ...['--ns-client', names.client, '--ns-server', names.server, '--down', down, '--up', up],
        ...bothWays('delay', `${rttMs / 2}ms`),
        ...bothWays('jitter', `${jitterMs}ms`),
        ...bothWays('queue', queue),
        ...bothWays('loss', String(lossRatio)),
        ...['--stats', join(folder, 'stats.json'), '--log', logFile],
      ]);
      await saysReady(emulator);
    } else
      must(
        'ip',
        'link',
        'add',
        'lab0',
        'netns',
        names.client,
        'type',
        'veth',
        'peer',
        'name',
        'lab0',
        'netns',
        names.server,
      );
    const make = (name: string, host: 1 | 2, congestion: CongestionControl): End => {
      must('ip', '-n', name, 'link', 'set', 'lab0', 'mtu', '1500', 'txqueuelen', '2000', 'up');
      must('ip', '-n', name, 'addr', 'add', `10.77.0.${host}/24`, 'dev', 'lab0');
      must('ip', '-n', name, 'addr', 'add', `fd77::${host}/64`, 'dev', 'lab0', 'nodad');
      must(
        'ip',
        'netns',
        'exec',
        name,
        'sysctl',
        '-q',
        '-w',
        ...SYSCTLS,
        `net.ipv4.tcp_congestion_control=${congestion}`,
      );
      return {
        address: `10.77.0.${host}`,
        address6: `fd77::${host}`,
        run: (command, args, env = {}) => {
          const child = spawn('ip', ['netns', 'exec', name, command, ...args], {
            env: { ...process.env, ...env },
            stdio: ['ignore', 'pipe', 'pipe'],
          });
          children.add(child);
          let complaint = '';
          child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4000)));
          child.once('exit', (status) => {
            children.delete(child);
            if (status) process.stderr.write(complaint); // a log is of interest only where something failed
          });
          return child;
        },
      };
    };
    return {
      client: make(names.client, 1, client),
      server: make(names.server, 2, server),
      log: () => (existsSync(logFile) ? parseLinkLog(readFileSync(logFile, 'utf8')) : []),
      close,
    };
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
