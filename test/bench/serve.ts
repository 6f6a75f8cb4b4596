// node --import tsx test/bench/serve.ts ENGINE ADDRESS PORT: a contender's server, in the server's namespace. Reads PEERS_DIR.
import { namedContender } from './contenders.ts';
import { serveContents } from './servers/serve-contents.ts';

const [name = '', address = '127.0.0.1', port = '0'] = process.argv.slice(2);
const contender = namedContender(name);
if (!contender.contents) throw new Error(`${name} has a server of its own.`);
const { origin, close } = await serveContents(
  contender.contents(process.env['PEERS_DIR'] ?? ''),
  address,
  Number(port),
);
process.once('SIGTERM', () => void close().then(() => process.exit(0)));
console.log(`ready: ${origin}/`);
