import { html, nothing, svg } from 'lit';
import type { ProvinceCode } from '../../protocol/province.ts';
import type { Language } from '../language.ts';
import type { Picture } from '../picture.ts';
import { rowOf } from '../picture.ts';
import type { Row } from '../rows.ts';
import { rowSaid } from '../said.ts';
import { legend } from './legend.ts';
import { nextInDirection } from './next-in-direction.ts';
import { DRAWN_PROVINCES, type DrawnProvince, INSETS, MAP_SIZE } from './provinces.ts';
import { readout } from './readout.ts';

export interface MapActs {
  readonly choose: (province: ProvinceCode | null) => void;
  /** Somebody points at a province, with whatever they have; null when they no longer do. */
  readonly point: (province: ProvinceCode | null) => void;
}

/** Radius of an island that is a point. */
const ISLAND = 3.5;

/** How a province is painted: a shade of the scale, or the pattern of what is not published. */
const fillOf = ({ measured, standing }: Row, { scale }: Pick<Picture, 'scale'>): string => {
  if (measured) return `shade-${scale.shadeOf(measured.value)}`;
  return standing === 'empty' ? 'empty' : 'open';
};

/** The 34 provinces by colour. One of them is in the order of the Tab key; arrows go on from there. */
export const provincesMap = (picture: Picture, pointed: ProvinceCode | null, language: Language, act: MapActs) => {
  const { rows, choices } = picture;
  const { text } = language;
  const first = pointed ?? choices.province ?? DRAWN_PROVINCES[0]!.code;
  const toggle = (code: ProvinceCode) => act.choose(code === choices.province ? null : code);

  const press = (code: ProvinceCode) => (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own, such as back
    const isPress = event.key === 'Enter' || event.key === ' ';
    const next = isPress ? null : nextInDirection(code, event.key);
    if (!isPress && !next) return;
    event.preventDefault();
    if (isPress) toggle(code);
    else (event.currentTarget as Element).parentElement!.querySelector<SVGElement>(`[data-code='${next!}']`)!.focus();
  };

  const province = ({ code, path, islands }: DrawnProvince) => {
    const row = rowOf(rows, code);
    return svg`
      <g
        class="area ${fillOf(row, picture)}"
        data-code=${code}
        role="button"
        tabindex=${code === first ? 0 : -1}
        aria-pressed=${code === choices.province}
        aria-label=${labelOf(row, choices.measure, language)}
        @click=${() => toggle(code)}
        @keydown=${press(code)}
        @focus=${() => act.point(code)}
        @blur=${() => act.point(null)}
        @pointerenter=${() => act.point(code)}
        @pointerleave=${() => act.point(null)}
      >
        ${inset(row, language)}
        <path d=${path} />
        ${islands.map(([x, y]) => svg`<circle cx=${x} cy=${y} r=${ISLAND} />`)}
      </g>
    `;
  };

  const outline = (code: ProvinceCode | null, kind: string) =>
    code === null
      ? nothing
      : svg`<path class="outline ${kind}" d=${DRAWN_PROVINCES.find((drawn) => drawn.code === code)!.path} />`;

  return html`
    <figure class="map" part="map">
      <svg
        role="group"
        aria-label="${text.map.title}. ${text.map.hint}"
        viewBox="0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}"
      >
        <defs>
          <pattern id="open" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="ground" width="7" height="7" />
            <path class="stroke" d="M0 0v7" />
          </pattern>
        </defs>
        ${DRAWN_PROVINCES.map(province)} ${outline(choices.province, 'chosen')} ${outline(pointed, 'pointed')}
      </svg>
      ${readout(pointed === null ? null : rowOf(rows, pointed), choices.measure, language)} ${legend(picture, language)}
    </figure>
  `;
};

/** An archipelago's name as it stands over its inset, and whose it is; null for provinces without one. */
const archipelago = ({ code, name: of }: Row, { text, name }: Language) => {
  const inset = INSETS.find(({ province }) => province === code);
  return inset ? { ...inset, name: name(`${text.map.islands} ${inset.name}`), of: `(${name(of)})` } : null;
};

const inset = (row: Row, language: Language) => {
  const islands = archipelago(row, language);
  if (!islands) return nothing;
  const { box, name, of } = islands;
  const centre = box.x + box.width / 2;
  return svg`
    <rect class="inset" x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="6" />
    <text class="island-name" x=${centre} y=${box.y - 20}>${name}</text>
    <text class="island-of" x=${centre} y=${box.y - 5.5}>${of}</text>
  `;
};

/** For ears: the province with its figure, and the islands that are drawn elsewhere. */
const labelOf = (row: Row, measure: Picture['choices']['measure'], language: Language): string => {
  const islands = archipelago(row, language);
  return `${rowSaid(row, measure, language)}${islands ? `; ${islands.name} ${islands.of}` : ''}`;
};
