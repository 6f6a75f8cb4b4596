import { html, nothing } from 'lit';
import { ACCESSES } from '../../protocol/access.ts';
import { fill } from '../../page/fill.ts';
import { provinceName } from '../../protocol/province.ts';
import { questionsStyles } from '../styles/questions.styles.ts';
import { type FoundProvince, findProvinces } from './find-provinces.ts';
import type { OpenPanel } from './panel.ts';

export const styles = [questionsStyles];

/** Where somebody is and how they are connected. Every answer can be left open. */
export const openPanel: OpenPanel = (element, visit) => {
  const close = () => visit.open(null);
  let wanted = '';
  return {
    render: ({ tag }, text) => {
      const said = text.questions;
      const { province, access } = visit.place;
      const found = findProvinces(wanted);
      const search = ({ target }: Event) => {
        wanted = (target as HTMLInputElement).value;
        element.requestUpdate();
      };
      const option = ({ code, formerly }: FoundProvince) => html`
        <label>
          <input
            type="radio"
            name="province"
            .checked=${code === province}
            @change=${() => visit.choose({ province: code })}
          />
          <span>
            ${provinceName(code, tag)}
            ${formerly.length > 0 ? html`<small>${fill(said.formerly, { names: formerly.join(', ') })}</small>` : nothing}
          </span>
        </label>
      `;
      return html`
        <section class="questions" part="panel">
          <h2 tabindex="-1">${said.title}</h2>
          <fieldset>
            <legend>${text.province}</legend>
            <input
              type="search"
              part="search"
              autocomplete="off"
              aria-label=${said.search}
              placeholder=${said.search}
              .value=${wanted}
              @input=${search}
            />
            <div class="options">
              <label>
                <input
                  type="radio"
                  name="province"
                  .checked=${province === null}
                  @change=${() => visit.choose({ province: null })}
                />
                <span>${said.skip}</span>
              </label>
              ${found.map(option)}
            </div>
            ${found.length === 0 ? html`<p role="status">${said.none}</p>` : nothing}
          </fieldset>
          <fieldset>
            <legend>${said.accessTitle}</legend>
            <div class="row">
              ${[...ACCESSES, null].map(
                (kind) => html`
                  <label>
                    <input
                      type="radio"
                      name="access"
                      .checked=${kind === access}
                      @change=${() => visit.choose({ access: kind })}
                    />
                    <span>${kind ? text.access[kind] : said.unknown}</span>
                  </label>
                `,
              )}
            </div>
          </fieldset>
          <div class="buttons">
            <button class="primary" part="done" type="button" @click=${close}>${said.done}</button>
          </div>
        </section>
      `;
    },
  };
};
