import { fitText, type Measure } from './fit-text.ts';

/** Pixels: what messengers and social networks show uncut. */
export const PICTURE = { width: 1200, height: 630 } as const;

/** The light palette, whatever the page looks like: a picture goes into other pages. */
export const COLOURS = {
  ground: '#ffffff',
  panel: '#f4f7fc',
  line: '#dde4ef',
  ink: '#0f1a2e',
  soft: '#56627a',
  download: '#1257d6',
  upload: '#0a7868',
} as const;
type Colour = keyof typeof COLOURS;

/** What the picture says, in the reader's words. */
export interface PictureFacts {
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly when: string | null;
  readonly rates: readonly {
    readonly name: string;
    /** Null: not measured. */
    readonly value: string | null;
    /** The unit; the words for "not measured" where there is no value. */
    readonly unit: string;
    readonly tone: 'download' | 'upload';
  }[];
  readonly details: readonly { readonly name: string; readonly value: string }[];
  readonly link: { readonly address: string; readonly caption: string; readonly scan: string } | null;
}

/** Something to draw; x counts from the side where reading begins. */
export type Mark =
  | (Box & { readonly kind: 'box'; readonly radius: number; readonly colour: Colour })
  | (Box & { readonly kind: 'code'; readonly text: string })
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: number;
      readonly colour: Colour;
      readonly align: 'start' | 'center' | 'end';
    };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 56;
const GAP = 20;

/** Around the code stays white what its quiet zone needs, an eighth of it: four modules of 33 or more. */
const CODE = 276;
const QUIET = 36;

const RATE_HEIGHT = 196;
const [REGULAR, SEMIBOLD, BOLD] = [400, 600, 700];

/** Where everything goes; nothing is wider than its place. */
export const layOut = (facts: PictureFacts, measure: Measure): readonly Mark[] => {
  const inner = PICTURE.width - 2 * MARGIN;
  const top = facts.link ? 130 : 164; // the line below is missing then
  const column = ((facts.link ? inner - CODE - QUIET : inner) - GAP) / 2;
  const write = (
    text: string,
    { x, y, width, size, weight = REGULAR, least = size / 2, colour = 'ink', align = 'start' }: Line,
  ): Mark => ({ kind: 'text', x, y, colour, align, weight, ...fitText(text, { width, size, weight, least }, measure) });

  const header = (): Mark[] => {
    const whenWidth = facts.when === null ? 0 : Math.min(measure(facts.when, 28, REGULAR), inner / 2);
    const title = write(facts.title, { x: MARGIN, y: 92, width: inner - whenWidth - GAP, size: 44, weight: BOLD });
    const when = {
      x: PICTURE.width - MARGIN,
      y: 92,
      width: whenWidth + 1,
      size: 28,
      colour: 'soft',
      align: 'end',
    } as const;
    return facts.when === null ? [title] : [title, write(facts.when, when)];
  };

  const unitWidth = (unit: string) => Math.min(measure(unit, 34, REGULAR), column / 3);
  const numberOf = (value: string, unit: string, size: number) =>
    fitText(value, { width: column - 56 - 14 - unitWidth(unit), size, weight: BOLD, least: 40 }, measure);
  /** The same for both: else the longer number would look like the smaller one. */
  const numberSize = facts.rates.reduce(
    (size, { value, unit }) => (value === null ? size : numberOf(value, unit, size).size),
    108,
  );

  const rate = ({ name, value, unit, tone }: PictureFacts['rates'][number], i: number): Mark[] => {
    const x = MARGIN + i * (column + GAP);
    const [text, width] = [x + 28, column - 56];
    const box: Mark = { kind: 'box', x, y: top, width: column, height: RATE_HEIGHT, radius: 24, colour: 'panel' };
    const label = write(name, { x: text, y: top + 54, width, size: 30, weight: BOLD, colour: tone });
    const y = top + 158;
    if (value === null) return [box, label, write(unit, { x: text, y, width, size: 34, colour: 'soft' })];
    const number = numberOf(value, unit, numberSize);
    const after = text + measure(number.text, number.size, BOLD) + 14;
    return [
      box,
      label,
      { kind: 'text', x: text, y, colour: 'ink', align: 'start', weight: BOLD, ...number },
      write(unit, { x: after, y, width: unitWidth(unit) + 1, size: 34, colour: 'soft' }),
    ];
  };

  const detail = ({ name, value }: PictureFacts['details'][number], i: number): Mark[] => {
    const x = MARGIN + (i % 2) * (column + GAP);
    const y = top + RATE_HEIGHT + 52 + Math.floor(i / 2) * 88;
    return [
      write(name, { x, y, width: column, size: 24, colour: 'soft' }),
      write(value, { x, y: y + 40, width: column, size: 34, weight: SEMIBOLD, least: 22 }),
    ];
  };

  const link = ({ address, caption, scan }: NonNullable<PictureFacts['link']>): Mark[] => {
    const [x, y] = [PICTURE.width - MARGIN - CODE, 590];
    const captionWidth = Math.min(measure(caption, 24, REGULAR), inner / 3);
    const after = MARGIN + captionWidth + 12;
    return [
      { kind: 'code', text: address, x, y: top, width: CODE, height: CODE },
      write(scan, {
        x: x + CODE / 2,
        y: top + CODE + QUIET + 20,
        width: CODE,
        size: 24,
        colour: 'soft',
        align: 'center',
      }),
      { kind: 'box', x: MARGIN, y: 540, width: inner, height: 2, radius: 0, colour: 'line' },
      write(caption, { x: MARGIN, y, width: captionWidth + 1, size: 24, colour: 'soft' }),
      write(address, { x: after, y, width: PICTURE.width - MARGIN - after, size: 24, least: 15, colour: 'download' }),
    ];
  };

  return [
    { kind: 'box', x: 0, y: 0, ...PICTURE, radius: 0, colour: 'ground' },
    { kind: 'box', x: 0, y: 0, width: PICTURE.width, height: 12, radius: 0, colour: 'download' },
    ...header(),
    ...facts.rates.flatMap(rate),
    ...facts.details.flatMap(detail),
    ...(facts.link ? link(facts.link) : []),
  ];
};

interface Line {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight?: number;
  readonly least?: number;
  readonly colour?: Colour;
  readonly align?: 'start' | 'center' | 'end';
}
