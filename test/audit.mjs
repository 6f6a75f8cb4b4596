// Known vulnerabilities of what is installed: part of `.ci/run`. A registry that has no such service is said, and stops nothing.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
let report = {};
try {
  report = JSON.parse(stdout);
} catch {
  // said below
}
const counts = report.metadata?.vulnerabilities;
if (!counts) {
  console.log(`not looked up: ${report.message ?? report.error?.summary ?? 'the registry does not answer'}`);
  process.exit(0);
}
const serious = Object.entries(report.vulnerabilities).filter(([, { severity }]) =>
  ['high', 'critical'].includes(severity),
);
console.log(
  Object.entries(counts)
    .map(([severity, count]) => `${severity} ${count}`)
    .join(', '),
);
for (const [name, { severity, range }] of serious) console.error(`${severity}: ${name} ${range}`);
process.exit(serious.length > 0 ? 1 : 0);
