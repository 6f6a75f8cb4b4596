import { createHash } from 'node:crypto';
import type { ResultEntry } from '../../../src/collector/result-store.ts';
import { PROVINCE_CODES } from '../../../src/protocol/province.ts';
import { PROVINCE_CODES_2004 } from '../../../src/protocol/province-2004.ts';
import { entryWith, throughput } from '../entries.ts';

/** A number in [0, 1) that a name stands for. */
const chance = (name: string): number => createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;

const pick = <T>(name: string, weighted: readonly (readonly [weight: number, value: T])[]): T => {
  let left = chance(name) * weighted.reduce((sum, [weight]) => sum + weight, 0);
  return (weighted.find(([weight]) => (left -= weight) < 0) ?? weighted.at(-1)!)[1];
};

const testId = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5');

/**
 * A month of results as real ones are spread: a large province and small ones, few mobile lines, operators of one line, kiosks, results
 * that do not count, lines that measure twice. The same name gives the same month.
 */
export const monthEntries = (month: string, count: number, name = month): ResultEntry[] =>
  Array.from({ length: count }, (_, i) => {
    const one = (what: string) => `${name} ${i} ${what}`;
    const day = String(1 + Math.floor(chance(one('day')) * 28)).padStart(2, '0');
    // Some of Đà Nẵng's are written in the old codes, which mean today's Đà Nẵng, too.
    const [province, provinceCodes] = pick(one('province'), [
      [60, ['01', PROVINCE_CODES]],
      [30, ['48', PROVINCE_CODES]],
      [30, ['48', PROVINCE_CODES_2004]],
      [3, ['92', PROVINCE_CODES]],
      [1, ['11', PROVINCE_CODES]],
      [1, [null, null]],
    ] as const);
    const access = pick(one('access'), [
      [50, 'wifi'],
      [15, 'cable'],
      [12, '4g'],
      [2, '5g'],
      [20, null],
    ] as const);
    const rate = 10 ** (7 + 2 * chance(one('rate')));
    const ability = pick(one('ipv6'), [
      [6, 'works'],
      [2, 'fails'],
      [1, 'timeout'],
      [1, null],
    ] as const);
    return entryWith(
      {
        testId: testId(one('id')),
        startedAt: `${month}-${day}T03:04:05.000Z`,
        receivedAt: `${month}-${day}T03:04:35.000Z`,
        province,
        provinceCodes,
        context: pick(one('context'), [
          [90, 'citizen'],
          [6, 'kiosk'],
          [2, 'office'],
          [2, 'monitor'],
        ] as const),
        access,
        operator: pick(one('operator'), [
          [50, { asn: 7552, name: 'Viettel' }],
          [30, { asn: 45899, name: 'VNPT' }],
          [2, { asn: 64500 + (i % 7), name: 'Small' }],
          [2, null],
        ]),
        point: pick(one('point'), [
          [9, { id: 'hanoi', scope: 'exchange' as const }],
          [5, { id: 'viettel', scope: 'on-net' as const }],
        ]),
        ipFamily: pick(one('family'), [
          [5, 4],
          [5, 6],
        ] as const),
        site: pick(one('site'), [
          [5, 'hanoi.gov.vn'],
          [3, 'danang.gov.vn'],
          [1, `small-${i % 9}.vn`],
          [1, null],
        ]),
        state: pick(one('state'), [
          [90, 'verified'],
          [3, 'unverified'],
          [3, 'disagrees'],
        ] as const),
        outcome: pick(one('outcome'), [
          [95, 'complete'],
          [5, 'partial'],
        ] as const),
        flags: pick(one('flags'), [
          [8, []],
          [1, ['time-limit', 'network-differs']],
        ] as const).slice(),
        download: throughput(rate),
        upload: throughput(rate / 3),
        latency: {
          idle: {
            medianMs: 100 * chance(one('rtt')),
            minMs: 1,
            p95Ms: 9,
            jitterMs: chance(one('jitter')),
            samples: 30,
          },
          download: null,
          upload: null,
          rpm: 600,
        },
        ipv6: {
          ability,
          connectMs4: ability === null ? null : Math.round(1000 * chance(one('v4'))) / 10,
          connectMs6: ability === 'works' ? Math.round(1000 * chance(one('v6'))) / 10 : null,
          preferred: null,
        },
        lossRatio: pick(one('loss'), [
          [5, 0],
          [1, 0.01],
          [2, null],
        ]),
      },
      {
        bodyHash: 'x',
        sourceKey: pick(one('source'), [
          [9, `line ${Math.floor((i * 4) / 5)}`],
          [1, null],
        ]),
      },
    );
  });
