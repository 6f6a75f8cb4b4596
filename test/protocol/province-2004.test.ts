import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FORMER_PROVINCES } from '../../src/element/later/former-provinces.ts';
import { PROVINCES } from '../../src/protocol/province.ts';
import { PROVINCES_2004 } from '../../src/protocol/province-2004.ts';

/** What Resolution 202/2025/QH15 joined: the name of today, and the names it was made of. By name, so that no code is checked by itself. */
const JOINED: Readonly<Record<string, readonly string[]>> = {
  'Tuyên Quang': ['Tuyên Quang', 'Hà Giang'],
  'Lào Cai': ['Lào Cai', 'Yên Bái'],
  'Thái Nguyên': ['Thái Nguyên', 'Bắc Kạn'],
  'Bắc Ninh': ['Bắc Ninh', 'Bắc Giang'],
  'Phú Thọ': ['Phú Thọ', 'Hòa Bình', 'Vĩnh Phúc'],
  'Hải Phòng': ['Hải Phòng', 'Hải Dương'],
  'Hưng Yên': ['Hưng Yên', 'Thái Bình'],
  'Ninh Bình': ['Ninh Bình', 'Hà Nam', 'Nam Định'],
  'Quảng Trị': ['Quảng Trị', 'Quảng Bình'],
  'Đà Nẵng': ['Đà Nẵng', 'Quảng Nam'],
  'Quảng Ngãi': ['Quảng Ngãi', 'Kon Tum'],
  'Gia Lai': ['Gia Lai', 'Bình Định'],
  'Khánh Hòa': ['Khánh Hòa', 'Ninh Thuận'],
  'Đắk Lắk': ['Đắk Lắk', 'Phú Yên'],
  'Lâm Đồng': ['Lâm Đồng', 'Bình Thuận', 'Đắk Nông'],
  'Đồng Nai': ['Đồng Nai', 'Bình Phước'],
  'Hồ Chí Minh': ['Hồ Chí Minh', 'Bình Dương', 'Bà Rịa - Vũng Tàu'],
  'Tây Ninh': ['Tây Ninh', 'Long An'],
  'Đồng Tháp': ['Đồng Tháp', 'Tiền Giang'],
  'Vĩnh Long': ['Vĩnh Long', 'Bến Tre', 'Trà Vinh'],
  'An Giang': ['An Giang', 'Kiên Giang'],
  'Cần Thơ': ['Cần Thơ', 'Hậu Giang', 'Sóc Trăng'],
  'Cà Mau': ['Cà Mau', 'Bạc Liêu'],
};

/** What it left as it was. */
const UNCHANGED = [
  'Hà Nội',
  'Cao Bằng',
  'Điện Biên',
  'Lai Châu',
  'Sơn La',
  'Lạng Sơn',
  'Quảng Ninh',
  'Thanh Hóa',
  'Nghệ An',
  'Hà Tĩnh',
  'Huế',
];

const todaysName = new Map<string, string>(PROVINCES.map(([code, name]) => [code, name]));

describe('the 63 provinces of before July 2025', () => {
  it('are 63 with 63 codes and names, and become 34', () => {
    for (const column of [0, 1] as const)
      assert.equal(new Set(PROVINCES_2004.map((province) => province[column])).size, 63);
    assert.deepEqual(
      [...new Set(PROVINCES_2004.map(([, , today]) => today))].sort(),
      PROVINCES.map(([code]) => code),
    );
  });

  it('each became wholly part of one: 23 were made of several, 11 are what they were', () => {
    const made = PROVINCES.map(([code, name]) => ({
      name,
      of: PROVINCES_2004.filter((former) => former[2] === code),
    }));
    const joined = made.filter(({ of }) => of.length > 1);
    assert.equal(joined.length, 23);
    assert.deepEqual(
      Object.fromEntries(joined.map(({ name, of }) => [name, of.map((former) => former[1]).sort()])),
      Object.fromEntries(Object.entries(JOINED).map(([name, of]) => [name, [...of].sort()])),
    );
    const unchanged = made.filter(({ of }) => of.length === 1);
    assert.deepEqual(unchanged.map(({ name }) => name).sort(), [...UNCHANGED].sort());
    for (const { name, of } of unchanged) assert.deepEqual([of[0]![0], of[0]![1]], [of[0]![2], name]);
  });

  it('have seven codes that name another province today', () => {
    const reused = PROVINCES_2004.filter(([code, name]) => (todaysName.get(code) ?? name) !== name);
    assert.deepEqual(
      reused.map(([code, name]) => `${code} ${name}, today ${todaysName.get(code)}`),
      [
        '15 Yên Bái, today Lào Cai',
        '24 Bắc Giang, today Bắc Ninh',
        '44 Quảng Bình, today Quảng Trị',
        '52 Bình Định, today Gia Lai',
        '80 Long An, today Tây Ninh',
        '82 Tiền Giang, today Đồng Tháp',
        '91 Kiên Giang, today An Giang',
      ],
    );
  });

  it('have the names that the element finds today’s provinces by', () => {
    const gone = PROVINCES_2004.filter(([, name, today]) => name !== todaysName.get(today));
    const byToday = (today: string) => gone.filter((former) => former[2] === today).map((former) => former[1]);
    for (const [code] of PROVINCES) assert.deepEqual([...(FORMER_PROVINCES[code] ?? [])].sort(), byToday(code).sort());
  });

  it('are nothing that a page has to load', () => {
    for (const room of ['element', 'engine', 'embed', 'estimator']) {
      const folder = join(import.meta.dirname, '../../src', room);
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.ts'))
          assert.doesNotMatch(readFileSync(join(folder, file), 'utf8'), /province-2004/, `${room}/${file}`);
    }
  });
});
