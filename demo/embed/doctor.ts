// `npm run doctor -- https://page… --collector https://…`: what on a page stands in the way of the test.
// Status 0: nothing blocks it; 1: something does; 2: the page, the collector or the command could not be read.
import { parseArgs } from 'node:util';
import { DEFAULTS, type Fields, parseChoice } from './choice.ts';
import { diagnose } from './diagnose.ts';
import { fetchPage, PAGE_TIMEOUT_MS } from './fetch-page.ts';
import { tagsOf } from './page-facts.ts';
import { readCollector } from './read-collector.ts';
import { reportOf } from './report.ts';
import { frameUrl } from './snippet.ts';
import { wordsOf } from './words.ts';

const OPTIONS = {
  collector: { type: 'string' },
  form: { type: 'string' },
  layout: { type: 'string' },
  site: { type: 'string' },
  'worker-src': { type: 'string' },
  locale: { type: 'string' },
} as const;

const main = async (): Promise<number> => {
  const { positionals, values } = read();
  const words = wordsOf(values?.locale ?? null);
  const say = (text: string) => console.log(text);
  const fail = (text: string): number => {
    console.error(text);
    return 2;
  };
  const [address] = positionals;
  if (!values || positionals.length !== 1 || !URL.canParse(address!) || !/^https?:$/.test(new URL(address!).protocol))
    return fail(words.command.usage);

  const page = await fetchPage(address!).catch((error: unknown) => error as Error);
  if (page instanceof Error) return fail(words.command.unreachable(address!, reasonOf(page)));
  for (const url of page.redirects) say(words.command.redirected(url));
  say(words.command.read(page.facts.url, page.status));
  if (page.isCut) say(words.command.cut);

  // What the command does not say, the tag says that the page has already.
  const tag = tagsOf(page.facts.html ?? '', 'i-speed-test')[0];
  const fields: Fields = {
    ...DEFAULTS,
    collector: values.collector ?? tag?.get('collector') ?? '',
    form: values.form ?? (tag?.has('worker-src') ? 'own-worker' : 'script'),
    layout: values.layout ?? tag?.get('layout') ?? 'card',
    site: values.site ?? tag?.get('site') ?? DEFAULTS.site,
    workerSrc: values['worker-src'] ?? tag?.get('worker-src') ?? DEFAULTS.workerSrc,
  };
  const { choice, mistakes } = parseChoice(fields);
  if (!choice) {
    for (const { field, reason } of mistakes) {
      const name = field === 'form' ? words.groups.form : words.fields[field].name;
      console.error(`${name}: ${words.mistakes[reason]}`);
    }
    return fail(words.command.usage);
  }
  const collector = await readCollector(choice.collector, AbortSignal.timeout(PAGE_TIMEOUT_MS));
  if (!collector) return fail(words.command.unreachable(choice.collector, words.copy.noCollector));
  // Only the collector knows which pages a site has.
  const frame = choice.form === 'iframe' ? await fetchPage(frameUrl(choice)).catch(() => null) : null;
  const diagnosis = diagnose(page.facts, { choice, ...collector, frame: frame?.facts ?? null });
  say(reportOf(diagnosis, words));
  return diagnosis.findings.some(({ severity }) => severity === 'blocks') ? 1 : 0;
};

const read = () => {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch {
    return { positionals: [], values: null };
  }
};

/** `fetch failed` says nothing; its cause does. */
const reasonOf = ({ message, cause }: Error): string => (cause instanceof Error ? cause.message || message : message);

process.exitCode = await main().catch((error: unknown) => {
  console.error(error);
  return 2;
});
