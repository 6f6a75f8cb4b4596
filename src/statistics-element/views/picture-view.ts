import { html, nothing, type TemplateResult } from 'lit';
import type { ProvinceCode } from '../../protocol/province.ts';
import type { Choices } from '../choices.ts';
import type { Language } from '../language.ts';
import { provincesMap } from '../map/provinces-map.ts';
import type { PeriodList } from '../periods.ts';
import type { Picture, Shown } from '../picture.ts';
import type { Column, Order } from '../table-order.ts';
import { choicesBar } from './choices-bar.ts';
import { detail } from './detail.ts';
import { figures } from './figures.ts';
import { sourceLine } from './source-line.ts';
import { provincesTable } from './table.ts';

export interface Acts {
  readonly choose: (change: Partial<Choices>) => void;
  readonly chooseInTable: (province: ProvinceCode) => void;
  readonly point: (province: ProvinceCode | null) => void;
  readonly sort: (column: Column) => void;
  readonly save: () => void;
  readonly print: () => void;
}

export interface PictureModel {
  readonly language: Language;
  readonly choices: Shown;
  readonly periods: PeriodList;
  readonly running: string;
  readonly picture: Picture | null;
  /** What is shown is of the choices before. */
  readonly isComing: boolean;
  /** Instead of a picture. */
  readonly notice: TemplateResult | null;
  readonly charts: TemplateResult | typeof nothing;
  readonly pointed: ProvinceCode | null;
  readonly order: Order;
  readonly collector: string;
  readonly act: Acts;
}

/** Choices above, then the figures: at a glance, on the map, of one place, and all of them. */
export const renderPicture = (model: PictureModel): TemplateResult => {
  const { language, choices, periods, running, picture, isComing, notice, act } = model;
  const { text, period } = language;
  const { period: shown, access } = picture?.choices ?? choices;
  return html`
    ${picture?.simulated ? html`<p class="simulated" role="note">${text.simulated}</p>` : nothing}
    ${choicesBar(choices, periods, running, language, act)}
    <p class="printed">${period(shown)}, ${text.accessLong[access]}</p>
    ${picture ? body(picture, model, isComing) : notice}
  `;
};

const body = (
  picture: Picture,
  { language, charts, pointed, order, collector, act }: PictureModel,
  isComing: boolean,
) => {
  const { text } = language;
  return html`
    <div class="body" aria-busy=${isComing}>
      ${figures(picture, language, act)}
      <div class="columns">
        ${provincesMap(picture, pointed, language, { choose: (province) => act.choose({ province }), point: act.point })}
        ${detail(picture, charts, language)}
      </div>
      ${provincesTable(picture, order, language, { choose: act.chooseInTable, sort: act.sort })}
      ${sourceLine(picture, collector, language)}
      <p class="buttons">
        <button part="csv" type="button" @click=${act.save}>${text.csv}</button>
        <button part="print" type="button" @click=${act.print}>${text.print}</button>
      </p>
    </div>
  `;
};
