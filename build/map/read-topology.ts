/** Longitude and latitude in degrees, or x and y in units of a picture. */
export type Point = readonly [x: number, y: number];

/** One area: its outlines, each as the numbers of its arcs; ~n is arc n backwards. */
export interface Area {
  readonly name: string;
  readonly rings: readonly (readonly number[])[];
}

export interface Topology {
  readonly arcs: readonly (readonly Point[])[];
  readonly areas: readonly Area[];
}

/** What is used here of TopoJSON. */
interface TopoJson {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly objects: Readonly<
    Record<
      string,
      {
        readonly geometries: readonly {
          readonly properties: { readonly n: string };
          readonly arcs: readonly (readonly (readonly number[])[])[];
        }[];
      }
    >
  >;
}

/** Arcs come as whole steps from point to point; areas as polygons of rings. */
export const readTopology = (json: string): Topology => {
  const { transform, arcs, objects } = JSON.parse(json) as TopoJson;
  const { scale, translate } = transform;
  const degrees = ([x, y]: Point): Point => [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  return {
    arcs: arcs.map((steps) => {
      let [x, y] = [0, 0];
      return steps.map(([dx, dy]) => degrees([(x += dx), (y += dy)]));
    }),
    areas: Object.values(objects).flatMap(({ geometries }) =>
      geometries.map((area) => ({ name: area.properties.n, rings: area.arcs.flat() })),
    ),
  };
};

/** The points of a ring, each joint once and the first one not again at the end. */
export const pointsOf = (ring: readonly number[], arcs: readonly (readonly Point[])[]): readonly Point[] =>
  ring.flatMap((arc) => (arc < 0 ? arcs[~arc]!.toReversed() : arcs[arc]!).slice(1));
