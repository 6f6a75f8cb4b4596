import { html, svg, type TemplateResult } from 'lit';
import { type BitsPerSecond, megabitsOf } from '../../protocol/units.ts';

/** The scale's ends, Mbit/s: what is slower or faster sits at the end. Logarithmic, because lines differ by factors. */
export const DIAL_FROM = 1;
export const DIAL_TO = 1000;

const CENTRE = { x: 120, y: 118 };
const RADIUS = 100;
const FROM_DEGREES = 150;
const SWEEP_DEGREES = 240;
const TICKS = [1, 5, 10, 50, 100, 500, 1000];

/** 0 to 1 along the arc. */
export const dialShare = (rate: BitsPerSecond): number => {
  const megabits = megabitsOf(rate);
  return megabits <= DIAL_FROM ? 0 : Math.min(Math.log(megabits / DIAL_FROM) / Math.log(DIAL_TO / DIAL_FROM), 1);
};

const at = (share: number, radius: number) => {
  const radians = ((FROM_DEGREES + SWEEP_DEGREES * share) * Math.PI) / 180;
  return { x: CENTRE.x + radius * Math.cos(radians), y: CENTRE.y + radius * Math.sin(radians) };
};

const round = (n: number) => Math.round(n * 10) / 10;
const [start, end] = [at(0, RADIUS), at(1, RADIUS)];
const ARC = `M${round(start.x)} ${round(start.y)}A${RADIUS} ${RADIUS} 0 1 1 ${round(end.x)} ${round(end.y)}`;

const LABELS = TICKS.map((megabits) => {
  const { x, y } = at(dialShare(megabits * 1e6), RADIUS - 21);
  return svg`<text x=${round(x)} y=${round(y + 3)} text-anchor="middle">${megabits}</text>`;
});

/** The picture of a rate; for eyes only, the number stands beside it as text. */
export const dial = (
  rate: BitsPerSecond | null,
  tone: 'download' | 'upload' | 'latency',
  inside: TemplateResult,
) => html`
  <div class="dial" part="dial" data-tone=${tone}>
    <svg viewBox="10 8 220 172" aria-hidden="true" focusable="false">
      <path class="track" d=${ARC} />
      <path
        class="level"
        d=${ARC}
        pathLength="100"
        stroke-dasharray="${round(dialShare(rate ?? 0) * 100)} 200"
        opacity=${dialShare(rate ?? 0) > 0 ? 1 : 0}
      />
      <g class="ticks">${LABELS}</g>
    </svg>
    <div class="reading">${inside}</div>
  </div>
`;
