import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second (USER_HZ, fixed for programs whatever the kernel's own tick is). */
const TICKS_PER_SECOND = 100;

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Own time and that of children that have ended. */
  readonly ticks: number;
}

/** Fields of /proc/PID/stat after the name, which may contain anything: state, parent, … */
const parseStat = (pid: number, stat: string): ProcessEntry => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, parent] = fields.map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0); // utime, stime, cutime, cstime
  return { pid, parent: parent!, ticks };
};

const readOr = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // the process has ended meanwhile
  }
};

const allProcesses = (): ProcessEntry[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readOr(`/proc/${name}/stat`);
      return stat === '' ? [] : [parseStat(Number(name), stat)];
    });

/** A process and all that came from it. */
export const processTree = (root: number): ProcessEntry[] => {
  const all = allProcesses();
  const tree = all.filter(({ pid }) => pid === root);
  for (let i = 0; i < tree.length; i++) tree.push(...all.filter(({ parent }) => parent === tree[i]!.pid));
  return tree;
};

/** CPU time of a process and all that came from it, seconds since they began. */
export const cpuSecondsOf = (tree: readonly ProcessEntry[]): number =>
  tree.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND;

const kilobytes = (pid: number, field: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0);

/** Resident memory now, bytes by process; from now on the kernel remembers each process's peak anew. */
export const startMemory = (tree: readonly ProcessEntry[]): ReadonlyMap<number, number> =>
  new Map(
    tree.map(({ pid }) => {
      try {
        writeFileSync(`/proc/${pid}/clear_refs`, '5'); // resets VmHWM
      } catch {
        // It has ended.
      }
      return [pid, kilobytes(pid, 'VmRSS') * 1024];
    }),
  );

/** How much memory the processes took at most beyond what they had at the start: the sum of each one's own peak. */
export const memoryGrowth = (tree: readonly ProcessEntry[], start: ReadonlyMap<number, number>): number =>
  tree.reduce((sum, { pid }) => sum + Math.max(0, kilobytes(pid, 'VmHWM') * 1024 - (start.get(pid) ?? 0)), 0);
