import { inEnglish, type ProvinceCode, provinceName } from '../../src/protocol/province.ts';
import { chanceOf } from './chance.ts';

/** Where the country's points and exchanges stand. */
export type Hub = 'hanoi' | 'danang' | 'hcm';

/** A province as far as its lines and its people's readiness to test go. */
export interface Province {
  readonly code: ProvinceCode;
  /** `da-nang` */
  readonly slug: string;
  /** Thousands of people. */
  readonly people: number;
  readonly hub: Hub;
  /** Kilometres of cable to the hub. */
  readonly km: number;
  /** How much of it is city, 0 … 1: faster tariffs, more 5G. */
  readonly urban: number;
  /** Tests a person, against the country's mean: portals that embed the test have many, others next to none. */
  readonly zeal: number;
  /** How fast its lines are, against others of as much city. */
  readonly pace: number;
}

/**
 * People: the merged provinces' official counts of 2025, as vietnamese-provinces-database 4.2 has them. Distances are by road, rounded.
 * Urban shares, zeal and pace are guesses; the provinces of least zeal are there to show figures that cannot be published.
 */
const TABLE = [
  ['01', 8718, 'hanoi', 5, 0.9, 1.6],
  ['04', 556, 'hanoi', 280, 0.2, 0.03],
  ['08', 1865, 'hanoi', 150, 0.2, 0.3],
  ['11', 653, 'hanoi', 460, 0.2, 0.04],
  ['12', 495, 'hanoi', 400, 0.2, 0.015],
  ['14', 1327, 'hanoi', 300, 0.2, 0.15],
  ['15', 1779, 'hanoi', 280, 0.3, 0.5],
  ['19', 1799, 'hanoi', 80, 0.4, 0.9],
  ['20', 814, 'hanoi', 150, 0.2, 0.08],
  ['22', 1430, 'hanoi', 150, 0.7, 1.5],
  ['24', 3619, 'hanoi', 40, 0.5, 1],
  ['25', 4023, 'hanoi', 80, 0.3, 0.7],
  ['31', 4664, 'hanoi', 110, 0.6, 1],
  ['33', 3568, 'hanoi', 60, 0.3, 0.6],
  ['37', 4412, 'hanoi', 95, 0.4, 0.7],
  ['38', 3761, 'hanoi', 155, 0.3, 0.6],
  ['40', 3471, 'hanoi', 300, 0.3, 0.7],
  ['42', 1623, 'hanoi', 350, 0.3, 1.2],
  ['44', 1871, 'danang', 270, 0.3, 0.4],
  ['46', 1236, 'danang', 100, 0.6, 1.6],
  ['48', 3066, 'danang', 5, 0.7, 2.2],
  ['51', 2162, 'danang', 140, 0.3, 0.5],
  ['52', 3584, 'danang', 310, 0.4, 0.4],
  ['56', 2244, 'hcm', 430, 0.5, 0.8],
  ['66', 3347, 'hcm', 350, 0.3, 0.4],
  ['68', 3873, 'hcm', 300, 0.4, 0.5],
  ['75', 4491, 'hcm', 40, 0.5, 0.9],
  ['79', 14003, 'hcm', 5, 0.9, 1.4],
  ['80', 3254, 'hcm', 60, 0.3, 0.6],
  ['82', 4370, 'hcm', 100, 0.2, 0.4],
  ['86', 4258, 'hcm', 135, 0.2, 0.4],
  ['91', 4952, 'hcm', 230, 0.3, 0.35],
  ['92', 4200, 'hcm', 165, 0.5, 1],
  ['96', 2607, 'hcm', 300, 0.3, 0.06],
] as const satisfies readonly (readonly [ProvinceCode, number, Hub, number, number, number])[];

export const COUNTRY: readonly Province[] = TABLE.map(([code, people, hub, km, urban, zeal]) => ({
  code,
  slug: inEnglish(provinceName(code, 'vi')!).toLowerCase().replaceAll(' ', '-'),
  people,
  hub,
  km,
  urban,
  zeal,
  pace: chanceOf('pace', code).near(1, 0.12),
}));

/** Of all tests of a month, those of this province. */
export const testShareOf = (province: Province): number => weightOf(province) / COUNTRY_WEIGHT;

/** Tests come as people and their zeal do. */
export const weightOf = ({ people, zeal }: Province): number => people * zeal;

const COUNTRY_WEIGHT = COUNTRY.reduce((sum, province) => sum + weightOf(province), 0);
