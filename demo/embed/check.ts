import { html, nothing, type TemplateResult } from 'lit';
import type { Act } from './act.ts';
import type { Choice } from './choice.ts';
import { renderCodeBox } from './code-box.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import { findingsByCure, lineOf, verdictOf } from './findings-by-cure.ts';
import type { PageState } from './page-state.ts';
import { readPasted } from './read-pasted.ts';
import type { Words } from './words.ts';

/** Until somebody says which page it is. */
const SOME_PAGE = 'https://portal.example.vn/';

/** The fourth step: the doctor. */
export const renderCheck = (state: PageState, choice: Choice | null, words: Words, act: Act): TemplateResult => {
  const { page } = state;
  const { check } = words;
  const isWrong = page.url !== '' && !/^https?:\/\/[^/\s]/.test(page.url);
  const url = page.url === '' || isWrong || !URL.canParse(page.url) ? null : page.url;
  const doctor = ['npm run doctor --', url ?? SOME_PAGE, '--collector', choice?.collector ?? state.fields.collector];
  if (choice && choice.form !== 'script') doctor.push('--form', choice.form);
  return html`
    <p>${check.about}</p>
    <label class="field">
      <span>${check.url}</span>
      <input
        type="url"
        name="page-url"
        placeholder=${SOME_PAGE}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? 'about-page-url' : nothing}
        @input=${(event: Event) => act.inspect({ url: (event.target as HTMLInputElement).value.trim() })}
      />
      ${isWrong ? html`<span class="wrong" id="about-page-url">${check.urlWrong}</span>` : nothing}
    </label>
    <p class="before-code">${check.headersCommand}</p>
    ${renderCodeBox(state, words, act, {
      box: 'curl',
      name: check.headersCommand,
      text: `curl -sIL "${url ?? SOME_PAGE}"`,
    })}
    <p class="before-code">${check.doctorCommand}</p>
    ${renderCodeBox(state, words, act, { box: 'doctor', name: check.doctorCommand, text: doctor.join(' ') })}
    <label class="field">
      <span>${check.pasted}</span>
      <textarea
        name="pasted"
        rows="7"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="about-pasted"
        placeholder="HTTP/2 200&#10;content-security-policy: default-src 'self'; …"
        @input=${(event: Event) => act.inspect({ pasted: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <span class="hint" id="about-pasted">${check.pastedHint}</span>
    </label>
    <div class="diagnosis" aria-live="polite">${renderAnswer(state, choice, url, words, act)}</div>
  `;
};

const renderAnswer = (state: PageState, choice: Choice | null, url: string | null, words: Words, act: Act) => {
  const { collector, page } = state;
  if (page.pasted.trim() === '') return nothing;
  if (!choice) return html`<p class="warning">${words.preview.wrong}</p>`;
  if (collector === null || collector === 'waiting') return html`<p class="warning">${words.copy.noCollector}</p>`;
  const facts = readPasted(page.pasted, url ?? SOME_PAGE);
  if (facts.headers.length === 0 && facts.html === null)
    return html`<p class="verdict" data-verdict="nothing">${words.check.verdict.nothing}</p>`;
  return renderDiagnosis(diagnose(facts, { choice, ...collector }), state, words, act);
};

const renderDiagnosis = (diagnosis: Diagnosis, state: PageState, words: Words, act: Act) => {
  const { policies, rung } = diagnosis;
  const { check } = words;
  const verdict = verdictOf(diagnosis);
  return html`
    <p class="verdict" data-verdict=${verdict}>
      <strong>${check.verdict[verdict]}</strong>
      ${check.rung}: ${check.rungs[rung]}. ${policies.length === 0 ? check.noPolicy : nothing}
    </p>
    <ol class="findings">
      ${findingsByCure(diagnosis).map(
        ({ findings, cure }, i) => html`
          <li>
            ${findings.map(({ kind, severity }) => {
              const { title, seen, todo } = words.findings[kind];
              return html`
                <h3 data-severity=${severity}>${title}</h3>
                <p>
                  <em>${check.visitor}:</em> ${seen}
                  ${todo === undefined || cure ? nothing : html`<br /><em>${check.todo}:</em> ${todo}`}
                </p>
              `;
            })}
            ${
              cure
                ? html`
                    <p class="before-code">
                      ${check.cure(cure, { n: cure.policy + 1, of: policies.length, where: policies[cure.policy]!.where })}
                    </p>
                    ${renderCodeBox(state, words, act, { box: `cure-${i}`, name: cure.directive, text: lineOf(cure) })}
                  `
                : nothing
            }
          </li>
        `,
      )}
    </ol>
  `;
};
