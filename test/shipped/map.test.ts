import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { codeOf } from '../../build/map/draw-provinces.ts';
import { moduleOf } from '../../build/map/module-of.ts';
import { type Point, pointsOf, readTopology } from '../../build/map/read-topology.ts';
import { FORMER_PROVINCES } from '../../src/element/later/former-provinces.ts';
import { PROVINCES } from '../../src/protocol/province.ts';

const project = join(import.meta.dirname, '../..');
const json = readFileSync(join(project, 'build/map/vn34.topo.json'), 'utf8');
const { arcs, areas } = readTopology(json);

/** A place well inside each of the 63 provinces before July 2025, mostly its capital: longitude and latitude in degrees. */
const PLACES: Readonly<Record<string, Point>> = {
  'Hà Nội': [105.85, 21.03],
  'Cao Bằng': [106.26, 22.67],
  'Tuyên Quang': [105.21, 21.82],
  'Hà Giang': [104.98, 22.82],
  'Điện Biên': [103.02, 21.39],
  'Lai Châu': [103.46, 22.4],
  'Sơn La': [103.91, 21.33],
  'Lào Cai': [103.97, 22.45],
  'Yên Bái': [104.87, 21.72],
  'Thái Nguyên': [105.84, 21.59],
  'Bắc Kạn': [105.83, 22.15],
  'Lạng Sơn': [106.76, 21.85],
  'Quảng Ninh': [107.3, 21.1],
  'Bắc Ninh': [106.07, 21.18],
  'Bắc Giang': [106.2, 21.28],
  'Phú Thọ': [105.4, 21.32],
  'Hòa Bình': [105.34, 20.82],
  'Vĩnh Phúc': [105.6, 21.31],
  'Hải Phòng': [106.63, 20.83],
  'Hải Dương': [106.32, 20.94],
  'Hưng Yên': [106.05, 20.8],
  'Thái Bình': [106.34, 20.45],
  'Ninh Bình': [105.9, 20.22],
  'Hà Nam': [105.95, 20.54],
  'Nam Định': [106.17, 20.35],
  'Thanh Hóa': [105.6, 19.85],
  'Nghệ An': [105.2, 19.1],
  'Hà Tĩnh': [105.9, 18.34],
  'Quảng Trị': [107.0, 16.75],
  'Quảng Bình': [106.5, 17.5],
  Huế: [107.55, 16.4],
  'Đà Nẵng': [108.1, 16.05],
  'Quảng Nam': [108.2, 15.55],
  'Quảng Ngãi': [108.7, 15.05],
  'Kon Tum': [107.9, 14.6],
  'Gia Lai': [108.1, 13.9],
  'Bình Định': [108.95, 14.1],
  'Khánh Hòa': [109.05, 12.3],
  'Ninh Thuận': [108.9, 11.65],
  'Đắk Lắk': [108.1, 12.75],
  'Phú Yên': [109.1, 13.15],
  'Lâm Đồng': [108.3, 11.8],
  'Bình Thuận': [108.0, 11.1],
  'Đắk Nông': [107.7, 12.2],
  'Đồng Nai': [107.15, 11.0],
  'Bình Phước': [106.9, 11.75],
  'Hồ Chí Minh': [106.66, 10.8],
  'Bình Dương': [106.65, 11.2],
  'Bà Rịa - Vũng Tàu': [107.3, 10.6],
  'Tây Ninh': [106.1, 11.4],
  'Long An': [106.2, 10.7],
  'Đồng Tháp': [105.65, 10.6],
  'Tiền Giang': [106.2, 10.4],
  'Vĩnh Long': [105.97, 10.15],
  'Bến Tre': [106.45, 10.05],
  'Trà Vinh': [106.3, 9.8],
  'An Giang': [105.2, 10.5],
  'Kiên Giang': [105.15, 9.95],
  'Cần Thơ': [105.6, 10.1],
  'Hậu Giang': [105.6, 9.8],
  'Sóc Trăng': [105.95, 9.6],
  'Cà Mau': [105.05, 9.1],
  'Bạc Liêu': [105.5, 9.35],
};

/** Whether a point is inside, by the even-odd rule. */
const isInside = ([x, y]: Point, ring: readonly Point[]): boolean =>
  ring.reduce((inside, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    return ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay) ? !inside : inside;
  }, false);

const codeAt = (place: Point): readonly string[] =>
  areas
    .filter(({ rings }) => rings.some((ring) => isInside(place, pointsOf(ring, arcs))))
    .map(({ name }) => codeOf(name));

describe('the map of the 34 provinces', () => {
  it('has the provinces of the protocol, by their names, each once', () => {
    assert.deepEqual(
      areas.map(({ name }) => codeOf(name)).sort(),
      PROVINCES.map(([code]) => code),
    );
  });

  it('joins the 63 former provinces as the resolution does', () => {
    assert.equal(Object.keys(PLACES).length, 63);
    for (const [code, name] of PROVINCES)
      for (const former of [name, ...(FORMER_PROVINCES[code] ?? [])])
        assert.deepEqual(codeAt(PLACES[former]!), [code], `${former} is in ${name}`);
  });

  it('has the islands of Hoàng Sa in Đà Nẵng and those of Trường Sa in Khánh Hòa', () => {
    const islandsOf = (code: string, [west, east, south, north]: readonly [number, number, number, number]) =>
      areas
        .filter(({ name }) => codeOf(name) === code)
        .flatMap(({ rings }) => rings.map((ring) => pointsOf(ring, arcs)[0]!))
        .filter(([x, y]) => x > west && x < east && y > south && y < north).length;
    assert.ok(islandsOf('48', [111, 113, 15.5, 17.3]) >= 5);
    assert.ok(islandsOf('56', [111, 117, 7, 12]) >= 5);
  });

  it('is what `npm run map` writes for the element', async () => {
    const written = readFileSync(join(project, 'src/statistics-element/map/provinces.ts'), 'utf8');
    assert.equal(await moduleOf(json), written);
  });
});
