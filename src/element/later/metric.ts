import { html, nothing, type TemplateResult } from 'lit';

export interface Metric {
  readonly name: string;
  /** Null: not measured. */
  readonly value: string | null;
  readonly unit: string;
  readonly note?: string | null;
  readonly tone?: 'download' | 'upload';
  readonly picture?: TemplateResult | null;
}

/** One number with its name; a `dt`/`dd` pair, so it belongs into a `dl`. */
export const metric = ({ name, value, unit, note, tone, picture }: Metric, notMeasured: string) => html`
  <div class="metric" part="metric" data-tone=${tone ?? nothing}>
    <dt>${name}</dt>
    <dd>
      ${
        value === null
          ? html`<span class="absent">${notMeasured}</span>`
          : html`<span class="value">${value}</span> <span class="unit">${unit}</span>`
      }
      ${note ? html`<span class="note">${note}</span>` : nothing} ${picture ?? nothing}
    </dd>
  </div>
`;
