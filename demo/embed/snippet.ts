import type { Choice } from './choice.ts';
import { textOn } from './contrast.ts';

/** The name in `integrity.json`, and below `/dist/` of the collector. */
export const SCRIPT_FILE = 'i-speed-test.min.js';
export const WORKER_FILE = 'engine-worker.js';

export const distUrl = ({ collector }: Pick<Choice, 'collector'>, file: string): string => `${collector}/dist/${file}`;

/** What the frame is given before it says its own height; CSS pixels. */
const FRAME_HEIGHTS = { card: 560, banner: 100, kiosk: 900 } as const;
const FRAME_TITLES = { vi: 'Đo tốc độ Internet', en: 'Internet speed test' } as const;

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Attributes that have a value, on one line; `true` stands for one without. */
const tag = (name: string, attributes: Readonly<Record<string, string | number | boolean | null>>): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === false ? [] : [value === true ? key : `${key}="${escapeHtml(String(value))}"`],
  );
  const inOneLine = `<${[name, ...written].join(' ')}>`;
  return inOneLine.length <= 100 ? inOneLine : `<${name}\n${written.map((one) => `  ${one}`).join('\n')}\n>`;
};

/** What the page's HTML gets. `integrity` is the script's hash in the collector's `integrity.json`. */
export const snippetOf = (choice: Choice, { integrity }: { readonly integrity: string }): string =>
  choice.form === 'iframe' ? frameSnippet(choice) : scriptSnippet(choice, integrity);

const scriptSnippet = (choice: Choice, integrity: string): string => {
  const isPinned = choice.form === 'script-pinned';
  const script = tag('script', {
    src: distUrl(choice, SCRIPT_FILE),
    integrity: isPinned && integrity,
    crossorigin: isPinned && 'anonymous',
    defer: true,
  });
  const element = tag('i-speed-test', {
    collector: choice.collector,
    ...sharedAttributes(choice),
    'worker-src': choice.form === 'own-worker' && choice.workerSrc,
  });
  const link = tag('a', { href: choice.bannerLink });
  const image = tag('img', { src: choice.bannerImage, alt: choice.bannerText });
  return `${script}</script>\n\n${element}\n  ${link}${image}</a>\n</i-speed-test>`;
};

/** Those of the element, and of the frame's address. */
const sharedAttributes = ({ site, province, layout, size, locale, plan, kiosk }: Choice) => ({
  site,
  province,
  layout: layout !== 'card' && layout,
  size,
  locale,
  plan,
  kiosk,
});

export const frameUrl = (choice: Choice): string => {
  const url = new URL(`${choice.collector}/embed.html`);
  for (const [name, value] of Object.entries(sharedAttributes(choice)))
    if (typeof value === 'string') url.searchParams.set(name, value);
  return url.href;
};

/** Without a `style` attribute, which a strict `style-src` would forbid. */
const frameSnippet = (choice: Choice): string => {
  const [width, height] = choice.size?.split('x') ?? ['100%', FRAME_HEIGHTS[choice.layout]];
  const frame = tag('iframe', {
    src: frameUrl(choice),
    title: FRAME_TITLES[choice.locale ?? 'vi'],
    width: width!,
    height: height!,
    frameborder: 0,
    sandbox: 'allow-scripts allow-same-origin allow-popups',
    allow: 'web-share; clipboard-write; fullscreen',
    referrerpolicy: 'strict-origin',
    loading: 'lazy',
  });
  return `${frame}</iframe>`;
};

/** A script file of the page's own that gives the frame the height of what is in it. */
export const frameHeightScript = ({ collector }: Choice): string =>
  [
    `addEventListener('message', ({ origin, source, data }) => {`,
    `  if (origin !== '${new URL(collector).origin}' || data?.['i-speed-test'] !== 1 || data.event !== 'size') return;`,
    `  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source);`,
    `  if (frame) frame.height = data.height;`,
    `});`,
  ].join('\n');

/** What the page's own style sheet gets; null where nothing was chosen, or where it cannot reach into the frame. */
export const styleOf = ({ form, accent, radius }: Choice): string | null => {
  if (form === 'iframe' || (accent === null && radius === null)) return null;
  const lines = [
    accent !== null && `--i-speed-test-accent: ${accent};`,
    accent !== null && `--i-speed-test-on-accent: ${textOn(accent)};`,
    radius !== null && `--i-speed-test-radius: ${radius}px;`,
  ].filter((line) => line !== false);
  return `i-speed-test {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
};
