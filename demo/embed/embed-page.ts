// The page of the configurator: what is seen follows from one state, which every press of a key may replace.
import { html, render } from 'lit';
import type { Act } from './act.ts';
import { renderCheck } from './check.ts';
import { copyText, selectAllOf } from './copy-text.ts';
import { renderFields } from './fields.ts';
import { choiceOf, type PageState, queryOf, stateFromQuery } from './page-state.ts';
import { renderPreview } from './preview.ts';
import { readCollector } from './read-collector.ts';
import { renderSnippets } from './snippets.ts';
import { wordsOf } from './words.ts';

/** A collector is asked once the address has rested. */
const TYPING_PAUSE_MS = 400;
const COLLECTOR_TIMEOUT_MS = 8000;

let state = stateFromQuery(new URLSearchParams(location.search), location.origin);
let asked: { readonly address: string; readonly abort: AbortController } | null = null;

const change = (changed: Partial<PageState>): void => {
  state = { ...state, ...changed };
  history.replaceState(null, '', location.pathname + queryOf(state, location.origin));
  ask();
  paint();
};

const act: Act = {
  fill: (field, value) => change({ fields: { ...state.fields, [field]: value }, copied: null }),
  speak: (tag) => change({ tag }),
  inspect: (page) => change({ page: { ...state.page, ...page }, copied: null }),
  copy: (box, text, block) =>
    void copyText(text).then((isDone) => {
      if (!isDone) selectAllOf(block);
      change({ copied: { box, isDone } });
    }),
};

/** Reads the collector of the fields where it is another one than the last. */
const ask = (): void => {
  const address = choiceOf(state).choice?.collector;
  if (address === undefined || asked?.address === address) return;
  asked?.abort.abort();
  const abort = new AbortController();
  const isFirst = asked === null;
  asked = { address, abort };
  state = { ...state, collector: 'waiting' };
  setTimeout(
    () => {
      if (abort.signal.aborted) return;
      const timer = setTimeout(() => abort.abort(), COLLECTOR_TIMEOUT_MS);
      void readCollector(address, abort.signal).then((collector) => {
        clearTimeout(timer);
        if (asked?.abort === abort) change({ collector });
      });
    },
    isFirst ? 0 : TYPING_PAUSE_MS,
  );
};

const step = (n: number, id: string, title: string, content: unknown) => html`
  <section id=${id} aria-labelledby="title-${id}">
    <h2 id="title-${id}"><span class="number" aria-hidden="true">${n}</span> ${title}</h2>
    ${content}
  </section>
`;

const paint = (): void => {
  const words = wordsOf(state.tag);
  const { choice } = choiceOf(state);
  const { steps } = words;
  document.documentElement.lang = words.tag;
  document.title = words.title;
  const language = (tag: 'vi' | 'en', name: string) =>
    html`<button type="button" lang=${tag} aria-pressed=${String(words.tag === tag)} @click=${() => act.speak(tag)}>
      ${name}
    </button>`;
  render(
    html`
      <header class="top">
        <p class="brand">
          <a href="../"><span aria-hidden="true">◔</span> i-Speed</a> <small>${words.home}</small>
        </p>
        <div class="languages">${language('vi', 'Tiếng Việt')} ${language('en', 'English')}</div>
      </header>
      <main>
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <div class="side-by-side">
          ${step(1, 'choose', steps.choose, renderFields(state, words, act))}
          ${step(2, 'look', steps.look, renderPreview(choice, words))}
        </div>
        ${step(3, 'copy', steps.copy, renderSnippets(state, choice, words, act))}
        ${step(4, 'check', steps.check, renderCheck(state, choice, words, act))}
      </main>
    `,
    document.body,
  );
};

ask();
paint();
