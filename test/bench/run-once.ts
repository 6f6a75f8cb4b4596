import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lab, openLab } from '../lab/network-lab.ts';
import { untilReady } from '../lab/until-ready.ts';
import type { Driven } from './drive.ts';
import type { Row } from './row.ts';
import { failedRow, rowOf, type Run } from './run-row.ts';

/** Inside namespaces of their own, so any port is free. */
const PORT = 8080;

/** A driver gives up by itself after its own limit; one that is still there after this long hangs. */
const DRIVER_LIMIT_MS = 280_000;

/** The link writes its log ten times a second; the last line of a run may come this much later. */
const LOG_DELAY_MS = 300;

const project = join(import.meta.dirname, '../..');

const startServer = async ({ server }: Lab, { contender, peersDir }: Run, dataDir: string): Promise<ChildProcess> => {
  const child = contender.contents
    ? server.run(
        process.execPath,
        ['--import', 'tsx', join(project, 'test/bench/serve.ts'), contender.name, server.address, String(PORT)],
        // `ws` looks for the optional bufferutil there, which servers of ndt7 and RMBT in other languages do not need.
        { PEERS_DIR: peersDir, NODE_PATH: join(peersDir, 'node_modules') },
      )
    : server.run(process.execPath, [join(project, 'demo/start.mjs')], {
        HOST: server.address,
        PORT: String(PORT),
        DATA_DIR: dataDir,
        SIMULATED_RESULTS: '0',
      });
  await untilReady(child);
  return child;
};

const drive = async ({ client, server }: Lab, { contender }: Run, serverPid: number): Promise<Driven> => {
  const script = join(project, 'test/bench/drive.ts');
  const args = ['--import', 'tsx', script, contender.name, `http://${server.address}:${PORT}`, String(serverPid)];
  const child = client.run(process.execPath, args);
  const giveUp = setTimeout(() => child.kill('SIGTERM'), DRIVER_LIMIT_MS);
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(giveUp);
  if (output === '') throw new Error(`the browser's driver ended (${status})`);
  return JSON.parse(output) as Driven;
};

/** One run over a link of its own; a failure is a row too. Interrupted, it takes its namespaces with it. */
export const runOnce = async (run: Run): Promise<Row> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'i-speed-test-bench-'));
  let lab: Lab | null = null;
  const clean = async (): Promise<void> => {
    await lab?.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const interrupted = (): void => void clean().finally(() => process.exit(1));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    lab = await openLab(run.link, { server: run.cc });
    const server = await startServer(lab, run, dataDir);
    const driven = await drive(lab, run, server.pid!);
    await new Promise((resolve) => setTimeout(resolve, LOG_DELAY_MS));
    return rowOf(run, driven, lab.log());
  } catch (error) {
    return failedRow(run, error instanceof Error ? error.message : String(error));
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await clean();
  }
};
