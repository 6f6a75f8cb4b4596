import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { PROVINCES, provinceName } from '../../src/protocol/province.ts';
import { PLAN_NAMES } from '../../src/protocol/plan.ts';
import type { Act } from './act.ts';
import { type Choice, FORMS, LAYOUTS, SIZES } from './choice.ts';
import { contrast, MIN_CONTRAST } from './contrast.ts';
import { choiceOf, type PageState } from './page-state.ts';
import type { Words } from './words.ts';

type Field = Exclude<keyof Choice, 'form'>;
type Option = readonly [value: string, name: string];

/** The element's own blue, where no colour was chosen. */
const USUAL_ACCENT = '#1257d6';

/** The form of the first step. */
export const renderFields = (state: PageState, words: Words, act: Act): TemplateResult => {
  const { fields } = state;
  const { mistakes } = choiceOf(state);
  const fill = (field: keyof Choice) => (event: Event) => act.fill(field, (event.target as HTMLInputElement).value);

  const below = (field: Field): unknown => {
    const { hint } = words.fields[field];
    const reason = mistakes.get(field);
    if (reason) return html`<span class="wrong" id="about-${field}">${words.mistakes[reason]}</span>`;
    return hint === undefined ? nothing : html`<span class="hint" id="about-${field}">${hint}</span>`;
  };
  const described = (field: Field) =>
    mistakes.has(field) || words.fields[field].hint !== undefined ? `about-${field}` : nothing;

  const text = (field: Field, kind: 'text' | 'url' | 'number' = 'text') => html`
    <label class="field">
      <span>${words.fields[field].name}</span>
      <input
        type=${kind === 'number' ? 'text' : kind}
        inputmode=${kind === 'number' ? 'numeric' : nothing}
        name=${field}
        autocomplete="off"
        spellcheck="false"
        .value=${live(fields[field])}
        aria-invalid=${mistakes.has(field) ? 'true' : nothing}
        aria-describedby=${described(field)}
        @input=${fill(field)}
      />
      ${below(field)}
    </label>
  `;
  const select = (field: Field, options: readonly Option[]) => html`
    <label class="field">
      <span>${words.fields[field].name}</span>
      <select name=${field} @change=${fill(field)}>
        ${options.map(([value, name]) => html`<option value=${value} ?selected=${fields[field] === value}>${name}</option>`)}
      </select>
      ${below(field)}
    </label>
  `;
  const radio = (field: 'form' | 'layout', value: string, name: string, about: string | null = null) => html`
    <label class="choice">
      <input
        type="radio"
        name=${field}
        value=${value}
        .checked=${live(fields[field] === value)}
        @change=${fill(field)}
      />
      <span><strong>${name}</strong>${about === null ? nothing : html`<small>${about}</small>`}</span>
    </label>
  `;
  const provinces = PROVINCES.map(([code]) => [code, `${provinceName(code, words.tag)!} (${code})`] as const);
  const isFrame = fields.form === 'iframe';

  return html`
    <form @submit=${(event: Event) => event.preventDefault()}>
      <fieldset>
        <legend>${words.groups.form}</legend>
        <div class="choices">
          ${FORMS.map((form) => radio('form', form, words.forms[form].name, words.forms[form].about))}
        </div>
        ${fields.form === 'own-worker' ? text('workerSrc') : nothing}
      </fieldset>
      <fieldset>
        <legend>${words.groups.place}</legend>
        <div class="pairs">
          ${text('collector', 'url')} ${text('site')}
          ${select('province', [['', words.options.noProvince], ...provinces])}
        </div>
      </fieldset>
      <fieldset>
        <legend>${words.groups.looks}</legend>
        <div class="choices row" role="radiogroup" aria-label=${words.fields.layout.name}>
          ${LAYOUTS.map((layout) => radio('layout', layout, words.layouts[layout]))}
        </div>
        <div class="pairs">
          ${
            fields.layout === 'banner'
              ? select('size', [
                  ['', words.options.fullWidth],
                  ...SIZES.map((size) => [size, size.replace('x', ' × ')] as const),
                ])
              : nothing
          }
          ${fields.layout === 'kiosk' ? text('kiosk') : nothing}
          ${select('locale', [
            ['', words.options.pageLanguage],
            ['vi', 'Tiếng Việt'],
            ['en', 'English'],
          ])}
          ${select('plan', [['', words.options.personChooses], ...PLAN_NAMES.map((name) => [name, words.options.plans[name]] as const)])}
          ${
            isFrame
              ? html`<p class="hint wide">${words.noColoursInFrame}</p>`
              : html`<div class="with-swatch">${text('accent')} ${swatch(fields.accent, words, fill('accent'))}</div>
                  ${text('radius', 'number')}`
          }
        </div>
        ${!isFrame && isPale(fields.accent) ? html`<p class="warning">${words.lowContrast}</p>` : nothing}
      </fieldset>
      ${
        isFrame
          ? nothing
          : html`<fieldset>
              <legend>${words.groups.banner}</legend>
              <div class="pairs">${text('bannerLink')} ${text('bannerImage')} ${text('bannerText')}</div>
            </fieldset>`
      }
    </form>
  `;
};

const isColour = (text: string): boolean => /^#[\da-f]{6}$/i.test(text.trim());

const isPale = (accent: string): boolean => isColour(accent) && contrast(accent.trim(), '#ffffff') < MIN_CONTRAST;

const swatch = (accent: string, words: Words, fill: (event: Event) => void) => html`
  <input
    type="color"
    aria-label=${words.pickColour}
    .value=${live(isColour(accent) ? accent.trim() : USUAL_ACCENT)}
    @input=${fill}
  />
`;
