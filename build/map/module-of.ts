import { format, resolveConfig } from 'prettier';
import { drawProvinces, INSETS, SIZE } from './draw-provinces.ts';
import { readTopology } from './read-topology.ts';

/** The text of the module that the element draws its map from. */
export const moduleOf = async (topology: string): Promise<string> => {
  const provinces = drawProvinces(readTopology(topology));
  const lines = provinces.map(
    ({ code, path, centre, islands }) =>
      `{ code: '${code}', centre: [${centre.join(', ')}], islands: ${JSON.stringify(islands)}, path: '${path}' },`,
  );
  const insets = INSETS.map(
    ({ province, name, box }) => `{ province: '${province}', name: '${name}', box: ${JSON.stringify(box)} },`,
  );
  const text = `// Written by \`npm run map\` from build/map/vn34.topo.json (Natural Earth, public domain; see build/map/SOURCE.md).
    import type { ProvinceCode } from '../../protocol/province.ts';

    type Point = readonly [x: number, y: number];

    /** One province of the map, in the units of \`MAP_SIZE\`. */
    export interface DrawnProvince {
      readonly code: ProvinceCode;
      readonly centre: Point;
      /** Islands far out, in their province's inset. */
      readonly islands: readonly Point[];
      /** SVG path of the rest. */
      readonly path: string;
    }

    export const MAP_SIZE = ${JSON.stringify(SIZE)} as const;

    /** Hoàng Sa and Trường Sa: boxes in the picture, of another scale. */
    export const INSETS = [${insets.join('\n')}] as const satisfies readonly { readonly province: ProvinceCode; readonly name: string; readonly box: object }[];

    export const DRAWN_PROVINCES: readonly DrawnProvince[] = [
      ${lines.join('\n')}
    ];
  `;
  const style = await resolveConfig(import.meta.filename);
  return format(text, { ...style, parser: 'typescript' });
};
