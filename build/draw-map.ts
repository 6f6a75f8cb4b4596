// `npm run map`: the provinces of the map as SVG paths, from build/map/vn34.topo.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { moduleOf } from './map/module-of.ts';

const project = join(import.meta.dirname, '..');
const topology = readFileSync(join(project, 'build/map/vn34.topo.json'), 'utf8');
writeFileSync(join(project, 'src/statistics-element/map/provinces.ts'), await moduleOf(topology));
