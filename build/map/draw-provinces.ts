import { PROVINCES, type ProvinceCode } from '../../src/protocol/province.ts';
import { type Point, pointsOf, type Topology } from './read-topology.ts';
import { simplify } from './simplify.ts';

/** The picture, in CSS pixels of about the size that it is shown in. */
export const SIZE = { width: 450, height: 600 } as const;

/** West and north of everything, with a margin; a degree of latitude in units; the parallel whose shapes are true. */
const [WEST, NORTH, DEGREE, TRUE_PARALLEL] = [101.95, 23.52, 39.5, 16];

/** A pixel and a quarter. */
const TOLERANCE = 1.25;

/** No ring of an island is worth its bytes below this area. */
const MIN_AREA = 2.5;

/** The archipelagos, which lie beyond the picture or are too small for it: islands from this longitude on, in boxes of their own. */
const FAR_EAST = 110.5;
export const INSETS = [
  {
    province: '48',
    name: 'Hoàng Sa',
    box: { x: 320, y: 220, width: 124, height: 88 },
    centre: [112, 16.4],
    degree: 40,
  },
  {
    province: '56',
    name: 'Trường Sa',
    box: { x: 320, y: 425, width: 124, height: 88 },
    centre: [114.95, 10.4],
    degree: 41,
  },
] as const satisfies readonly {
  readonly province: ProvinceCode;
  readonly name: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly centre: Point;
  readonly degree: number;
}[];

export interface DrawnProvince {
  readonly code: ProvinceCode;
  /** SVG path. */
  readonly path: string;
  /** Inside of its largest part, more or less: where an arrow key goes out from. */
  readonly centre: Point;
  /** Islands in its inset, as points. */
  readonly islands: readonly Point[];
}

/** Equirectangular: plain, and good enough for a country of this size. */
const onPaper = (
  [longitude, latitude]: Point,
  { west, north, degree }: { readonly west: number; readonly north: number; readonly degree: number },
): Point => [(longitude - west) * Math.cos((TRUE_PARALLEL * Math.PI) / 180) * degree, (north - latitude) * degree];

/** The province of a name of the map. Throws where there is none: then one of them is wrong. */
export const codeOf = (name: string): ProvinceCode => {
  const found = PROVINCES.find(([, known]) => known === name.replace(/^TP\. /, ''));
  if (!found) throw new Error(`The map has a province ${name}, src/protocol/province.ts has none.`);
  return found[0];
};

/** All provinces of the map in the order of their codes. */
export const drawProvinces = ({ arcs, areas }: Topology): readonly DrawnProvince[] => {
  // Arc by arc, so that neighbours keep one border.
  const drawn = arcs.map((arc) =>
    simplify(
      arc.map((point) => onPaper(point, { west: WEST, north: NORTH, degree: DEGREE })),
      TOLERANCE,
    ).map(rounded),
  );
  return areas
    .map(({ name, rings }): DrawnProvince => {
      const code = codeOf(name);
      const isFar = (ring: readonly number[]) => pointsOf(ring, arcs)[0]![0] > FAR_EAST;
      const near = rings
        .filter((ring) => !isFar(ring))
        .map((ring) => pointsOf(ring, drawn))
        .filter((points) => areaOf(points) >= MIN_AREA)
        .sort((a, b) => areaOf(b) - areaOf(a));
      return {
        code,
        path: near.map(pathOf).join(''),
        centre: rounded(centreOf(near[0]!)),
        islands: rings.filter(isFar).map((ring) => inInset(code, pointsOf(ring, arcs)[0]!)),
      };
    })
    .sort((a, b) => a.code.localeCompare(b.code));
};

const inInset = (code: ProvinceCode, [longitude, latitude]: Point): Point => {
  const inset = INSETS.find(({ province }) => province === code);
  if (!inset) throw new Error(`The islands of ${code} have no inset.`);
  const { box, centre, degree } = inset;
  const [dx, dy] = onPaper([longitude, latitude], { west: centre[0], north: centre[1], degree });
  return rounded([box.x + box.width / 2 + dx, box.y + box.height / 2 + dy]);
};

const rounded = ([x, y]: Point): Point => [Math.round(x), Math.round(y)];

/** Relative steps: a third shorter. */
const pathOf = (points: readonly Point[]): string => {
  let [x, y] = points[0]!;
  const steps = points.slice(1).map(([nextX, nextY]) => {
    const step = `${nextX - x}${nextY < y ? '' : ' '}${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${points[0]!.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
};

const crosses = (points: readonly Point[]) =>
  points.map(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    return { x: x + nextX, y: y + nextY, cross: x * nextY - nextX * y };
  });

const areaOf = (points: readonly Point[]): number =>
  Math.abs(crosses(points).reduce((sum, { cross }) => sum + cross, 0)) / 2;

const centreOf = (points: readonly Point[]): Point => {
  const all = crosses(points);
  const total = 3 * all.reduce((sum, { cross }) => sum + cross, 0);
  return [
    all.reduce((sum, { x, cross }) => sum + x * cross, 0) / total,
    all.reduce((sum, { y, cross }) => sum + y * cross, 0) / total,
  ];
};
