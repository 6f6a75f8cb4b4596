import { html, nothing } from 'lit';
import { fill } from '../../page/fill.ts';
import { type Language, UNITS } from '../language.ts';
import type { Picture } from '../picture.ts';

/** The classes with their bounds and unit, and what the two patterns mean. */
export const legend = ({ scale, choices, rows }: Picture, { text, mark, withUnit }: Language) => {
  const { measure } = choices;
  const { edges, shadeOf } = scale;
  const said = text.map;
  const has = (fill: 'open' | 'empty') =>
    rows.some(({ measured, standing }) => !measured && (standing === 'empty') === (fill === 'empty'));
  const written = (value: number) => mark(value, measure);
  const bounds = (i: number) => {
    const [low, high] = [edges[i - 1], edges[i]];
    if (low === undefined) return high === undefined ? said.any : fill(said.below, { edge: written(high) });
    return high === undefined
      ? fill(said.above, { edge: withUnit(low, measure) })
      : fill(said.between, { from: written(low), to: written(high) });
  };
  const inside = (i: number) =>
    edges[i] === undefined ? (edges.at(-1) ?? 0) : edges[i] - (edges[i] - (edges[i - 1] ?? 0)) / 2;
  const swatch = (kind: string) => html`
    <svg class="swatch" viewBox="0 0 28 16" aria-hidden="true"><rect class=${kind} width="28" height="16" /></svg>
  `;
  const hasFigures = rows.some(({ measured }) => measured);
  return html`
    <figcaption class="legend">
      <span class="unit">${text.measure[measure]} (${UNITS[measure]})</span>
      <ul aria-label=${said.legend}>
        ${
          hasFigures
            ? Array.from(
                { length: edges.length + 1 },
                (_, i) => html` <li>${swatch(`shade-${shadeOf(inside(i))}`)}<span>${bounds(i)}</span></li> `,
              )
            : nothing
        }
        ${has('open') ? html`<li>${swatch('open')}<span>${said.withheld}</span></li>` : nothing}
        ${has('empty') ? html`<li>${swatch('empty')}<span>${said.empty}</span></li>` : nothing}
      </ul>
    </figcaption>
  `;
};
