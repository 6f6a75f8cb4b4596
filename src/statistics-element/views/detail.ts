import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../page/fill.ts';
import type { Cell, Figure } from '../../protocol/statistics.ts';
import type { Language } from '../language.ts';
import { isPublished, measuredOf, standingOf } from '../measured.ts';
import { chosenCell, type Picture, placeName, rowOf } from '../picture.ts';
import { intervalSaid, placesSaid, reasonsSaid } from '../said.ts';

/** The chosen place: its figure and how sure it is, or what it lacks; then its curves. */
export const detail = (picture: Picture, charts: TemplateResult | typeof nothing, language: Language) => {
  const { rows, choices } = picture;
  const { text, format, period } = language;
  const cell = chosenCell(picture);
  const standing = standingOf(cell);
  const publishable = rows.filter((row) => isPublished(row.cell)).length;
  return html`
    <section class="detail" part="detail" aria-labelledby="place">
      <h3 id="place" tabindex="-1">${placeName(choices.province, rows, language)}</h3>
      <p class="fine">
        ${text.measureLong[choices.measure]}, ${text.accessLong[choices.access]}, ${period(choices.period)}
      </p>
      ${isPublished(cell) ? figure(picture, cell, language) : nothing}
      <p class="verdict">
        <span class="standing" data-standing=${standing}>${text.standing[standing]}</span>
        ${choices.access === 'all' && standing === 'withheld' ? text.mixed : text.standingWhy[standing]}
      </p>
      ${standing === 'withheld' ? lacks(cell!, language) : nothing}
      ${
        choices.province === null
          ? html`<p class="fine">${fill(text.publishable, { count: format.count(publishable) })}. ${text.map.point}</p>`
          : nothing
      }
      ${isPublished(cell) ? paired(cell, language) : nothing} ${charts}
    </section>
  `;
};

const figure = (picture: Picture, cell: Cell, language: Language) => {
  const { choices, rows } = picture;
  const { measure } = choices;
  const { text, format, withUnit } = language;
  const measured = measuredOf(cell, measure);
  if (!measured) return nothing;
  const { p10, p90, interval } = measured;
  const row = choices.province === null ? null : rowOf(rows, choices.province);
  const places = row && placesSaid(row, language);
  const ranked = rows.filter((each) => each.places).length;
  const spread = measure === 'latency' ? text.spreadLatency : text.spread;
  return html`
    <p class="headline">
      <strong>${withUnit(measured.value, measure)}</strong>
      ${interval ? html`<span>${text.interval}: <b>${intervalSaid(measured, measure, language)}</b></span>` : nothing}
    </p>
    <p>
      ${p10 !== null && p90 !== null ? fill(spread, { p10: withUnit(p10, measure), p90: withUnit(p90, measure) }) : nothing}
      <b>${fill(text.votes, { count: format.count(measured.votes) })}</b>${
        places ? html`; ${fill(text.place, { places, all: ranked })}` : nothing
      }.
    </p>
  `;
};

/** What a place lacks, and how far it is. */
const lacks = ({ count, verdict }: Cell, language: Language) => {
  const { text, format } = language;
  const wanted = count + verdict.needs;
  return html`
    <ul class="reasons">
      ${reasonsSaid(verdict.reasons, language).map((reason) => html`<li>${reason}</li>`)}
    </ul>
    ${
      verdict.needs > 0
        ? html`
            <p class="progress">
              <progress max=${wanted} value=${count} aria-labelledby="progress"></progress>
              <span id="progress"
                ><b>${format.count(count)}</b> / ${fill(text.votes, { count: format.count(wanted) })}</span
              >
            </p>
          `
        : nothing
    }
  `;
};

/** How long a connection took by either family; null where too few lines have both. */
const paired = ({ ipv6Paired: pair }: Cell, { text, format, withUnit, number }: Language) => {
  if (!pair?.ipv4LatencyMs || !pair.ipv6LatencyMs || !pair.ratio) return nothing;
  const line = (name: string, { median, interval }: Figure) => html`
    <div>
      <dt>${name}</dt>
      <dd>
        <b>${withUnit(median, 'latency')}</b>
        ${interval ? `(${number(interval.low, 'latency')} – ${number(interval.high, 'latency')})` : nothing}
      </dd>
    </div>
  `;
  const { median, interval } = pair.ratio;
  const isSame = !interval || (interval.low <= 1 && interval.high >= 1);
  const change = isSame ? text.paired.same : `${median > 1 ? '+' : '−'}${format.percent(Math.abs(median - 1))}`;
  return html`
    <div class="paired">
      <h4>${text.paired.title}</h4>
      <dl>
        ${line(text.paired.ipv4, pair.ipv4LatencyMs)} ${line(text.paired.ipv6, pair.ipv6LatencyMs)}
        <div>
          <dt>${text.paired.ratio}</dt>
          <dd><b>${change}</b></dd>
        </div>
      </dl>
      <p class="fine">${fill(text.paired.of, { count: format.count(pair.votes) })}</p>
    </div>
  `;
};
