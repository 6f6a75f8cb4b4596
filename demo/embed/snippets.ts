import { html, nothing, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import type { Choice } from './choice.ts';
import { renderCodeBox } from './code-box.ts';
import type { PageState } from './page-state.ts';
import { policyLines, type PolicyLine, trustedTypesLine } from './policy.ts';
import { distUrl, frameHeightScript, snippetOf, styleOf, WORKER_FILE } from './snippet.ts';
import type { Words } from './words.ts';

/** A directive a line, its sources below each other where there are many. */
export const policyText = (lines: readonly PolicyLine[]): string =>
  lines
    .map(({ directive, sources }) => {
      const name = `${directive.padEnd(12)} `;
      return name + sources.join(sources.length <= 2 ? ' ' : `\n${' '.repeat(name.length)}`);
    })
    .join('\n');

/** The third step: everything there is to copy. */
export const renderSnippets = (state: PageState, choice: Choice | null, words: Words, act: Act): TemplateResult => {
  const { collector } = state;
  const { copy } = words;
  if (!choice) return html`<p class="warning">${words.preview.wrong}</p>`;
  if (collector === 'waiting') return html`<p role="status">${copy.waiting}</p>`;
  if (collector === null) return html`<p class="warning" role="alert">${copy.noCollector}</p>`;
  const box = (name: string, title: string, about: string, text: string) => html`
    <h3>${title}</h3>
    <p>${about}</p>
    ${renderCodeBox(state, words, act, { box: name, name: title, text })}
  `;
  const css = styleOf(choice);
  const trustedTypes = trustedTypesLine(choice);
  return html`
    ${box('html', copy.html, copy.htmlAbout, snippetOf(choice, collector))}
    ${choice.form === 'script-pinned' ? html`<p class="hint">${copy.pinned}</p>` : nothing}
    ${css === null ? nothing : box('css', copy.css, copy.cssAbout, css)}
    ${
      choice.form === 'own-worker'
        ? html`
            <h3>${copy.worker}</h3>
            <p>${copy.workerAbout} <code class="inline">${choice.workerSrc}</code></p>
            <p><a href=${distUrl(choice, WORKER_FILE)} download>${copy.download}</a></p>
          `
        : nothing
    }
    ${box('policy', copy.policy, copy.policyAbout, policyText(policyLines(choice, collector.points)))}
    ${collector.points.length === 0 ? html`<p class="warning">${copy.noPoints}</p>` : nothing}
    ${
      trustedTypes === null
        ? nothing
        : html`<p>${copy.trustedTypes}</p>
            ${renderCodeBox(state, words, act, {
              box: 'trusted-types',
              name: 'trusted-types',
              text: policyText([trustedTypes]),
            })}`
    }
    ${
      choice.form === 'iframe'
        ? html`<details>
            <summary>${copy.height}</summary>
            <p>${copy.heightAbout}</p>
            ${renderCodeBox(state, words, act, { box: 'height', name: copy.height, text: frameHeightScript(choice) })}
          </details>`
        : nothing
    }
  `;
};
