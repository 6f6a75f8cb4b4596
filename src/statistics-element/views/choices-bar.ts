import { html, nothing } from 'lit';
import { PROVINCES, type ProvinceCode } from '../../protocol/province.ts';
import { ACCESSES, type Choices } from '../choices.ts';
import type { Language } from '../language.ts';
import type { PeriodList } from '../periods.ts';

export interface ChoiceActs {
  readonly choose: (change: Partial<Choices>) => void;
}

/** Which period, which lines, which place. The measure is chosen at the figures themselves. */
export const choicesBar = (
  choices: Choices,
  periods: PeriodList,
  runningMonth: string,
  language: Language,
  act: ChoiceActs,
) => {
  const { text, period, name } = language;
  const chosen = choices.period ?? periods.newest;
  const all = [...periods.months, ...periods.quarters, ...periods.years];
  const valueOf = ({ currentTarget }: Event) => (currentTarget as HTMLSelectElement).value;
  const option = (value: string, words: string, isChosen: boolean) =>
    html`<option value=${value} ?selected=${isChosen} .selected=${isChosen}>${words}</option>`;
  const periodOption = (value: string) => {
    const words = value === runningMonth ? `${period(value)} (${text.periods.running})` : period(value);
    return option(value, words, value === chosen);
  };
  const group = (label: string, values: readonly string[]) =>
    values.length > 0 ? html`<optgroup label=${label}>${values.map(periodOption)}</optgroup>` : nothing;
  const byName = [...PROVINCES].sort(([, a], [, b]) => a.localeCompare(b, 'vi'));
  return html`
    <div class="choices" part="choices">
      <label class="choice">
        <span>${text.choose.period}</span>
        <select name="period" @change=${(event: Event) => act.choose({ period: valueOf(event) })}>
          ${chosen !== null && !all.includes(chosen) ? periodOption(chosen) : nothing}
          ${group(text.periods.months, periods.months)} ${group(text.periods.quarters, periods.quarters)}
          ${group(text.periods.years, periods.years)}
        </select>
      </label>
      <label class="choice">
        <span>${text.choose.province}</span>
        <select
          name="province"
          @change=${(event: Event) => act.choose({ province: (valueOf(event) || null) as ProvinceCode | null })}
        >
          ${option('', text.country, choices.province === null)}
          ${byName.map(([code, own]) => option(code, name(own), code === choices.province))}
        </select>
      </label>
      <fieldset class="choice">
        <legend>${text.choose.access}</legend>
        <div class="segments">
          ${ACCESSES.map(
            (access) => html`
              <label>
                <input
                  type="radio"
                  name="access"
                  value=${access}
                  .checked=${access === choices.access}
                  @change=${() => act.choose({ access })}
                /><span>${text.access[access]}</span>
              </label>
            `,
          )}
        </div>
      </fieldset>
    </div>
  `;
};
