import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { findPostgres } from './find-postgres.mjs';

/** A PostgreSQL of a test file's own, on loopback. */
export interface PostgresCluster {
  /** A database that nothing else uses, empty or a copy of another; the URL of it. */
  readonly newDatabase: (template?: string) => Promise<string>;
  /** Runs one of its programs, with `DATABASE_URL` for shell commands, and gives what it wrote. */
  readonly run: (command: string, url: string, input?: string) => string;
  /** As pulling the plug of the server: what it did not flush is gone. Resolves once it answers again. */
  readonly crash: () => Promise<void>;
  /** Where no test's end does it. */
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'a-password-of-tests';

/**
 * Ends the server, at once, when this process ends, however it ends: the pipe closes. Then the folder goes, too, unless a word was sent
 * before.
 */
const GUARD =
  '"$@" & server=$!; trap "" TERM INT; read -r again; kill -QUIT $server; wait $server; [ "$again" ] || rm -r "$0"';

/** Starts one for a test file, which it ends with; null where PostgreSQL is not installed. */
export const startPostgres = async (options: { readonly durable?: boolean } = {}): Promise<PostgresCluster | null> => {
  const cluster = await runPostgres(options);
  if (cluster) after(cluster.stop);
  return cluster;
};

/** Starts one. Its databases sort text as Vietnamese does, because a ministry's may. Without `durable` it flushes nothing. */
export const runPostgres = async ({ durable = false } = {}): Promise<PostgresCluster | null> => {
  const bin = findPostgres();
  if (bin === null) return null;
  const owner = ownerOfClusters();
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-postgres-'));
  const data = join(folder, 'data');
  const passwords = join(folder, 'password');
  writeFileSync(passwords, PASSWORD);
  if (owner) for (const path of [folder, passwords]) chownSync(path, owner.uid, owner.gid);
  const locale = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=vi', '--encoding=UTF8'];
  const access = ['--username=owner', `--pwfile=${passwords}`, '--auth=scram-sha-256'];
  execFileSync(join(bin, 'initdb'), ['-D', data, '--no-sync', ...locale, ...access], { ...owner, cwd: folder });
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    `fsync=${durable ? 'on' : 'off'}`,
    'shared_buffers=32MB',
  ].flatMap((setting) => ['-c', setting]);

  let child: ChildProcess;
  const start = async () => {
    child = spawn('sh', ['-c', GUARD, folder, join(bin, 'postgres'), '-D', data, ...settings], {
      ...owner,
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await answering(url('postgres'));
  };
  const stop = async (word: string) => {
    const ended = once(child, 'close');
    child.stdin!.end(word);
    await ended;
  };
  const url = (database: string) => `postgres://owner:${PASSWORD}@127.0.0.1:${port}/${database}`;
  await start();
  return {
    newDatabase: async (template) => {
      const name = `d${randomUUID().replaceAll('-', '')}`;
      const of = template === undefined ? '' : ` template ${new URL(template).pathname.slice(1)}`;
      await queryOnce(url('postgres'), `create database ${name}${of}`);
      return url(name);
    },
    run: (command, database, input) => {
      const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}`, DATABASE_URL: database };
      const { status, stdout, stderr } = spawnSync('sh', ['-ec', command], {
        env,
        input,
        encoding: 'utf8',
        cwd: folder,
      });
      if (status !== 0) throw new Error(`${command}: ${stderr}`);
      return stdout;
    },
    crash: async () => {
      await stop('again\n');
      await start();
    },
    stop: () => stop(''),
  };
};

/** One statement over a connection of its own. */
export const queryOnce = async <Row extends object>(url: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};

/** PostgreSQL does not run as root: Debian's own user of it then, or nobody. */
const ownerOfClusters = (): { readonly uid: number; readonly gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string, user: string) =>
    Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout || Number.NaN);
  const user = ['postgres', 'nobody'].find((name) => !Number.isNaN(idOf('-u', name)))!;
  return { uid: idOf('-u', user), gid: idOf('-g', user) };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
};

const START_TIMEOUT_MS = 60_000;

const answering = async (url: string): Promise<void> => {
  const until = performance.now() + START_TIMEOUT_MS;
  for (;;)
    try {
      await queryOnce(url, 'select 1');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
};
