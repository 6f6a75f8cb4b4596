import { type ByteSample, type Curve, CURVE_STEP_MS, packCurve } from '../protocol/receipt.ts';
import type { Millis } from '../protocol/units.ts';

/** A receipt's curve holds no more readings than this: 50 s, three times the longest direction of any plan. */
const MAX_READINGS = 500;

/** Counts the bytes of one direction of one test and reads the count every {@link CURVE_STEP_MS} while connections carry it. */
export class Meter {
  readonly #now: () => Millis;
  readonly #onReading: (reading: ByteSample) => void;
  readonly #readings: ByteSample[] = [];
  #bytes = 0;
  #startedAt: Millis | null = null;
  #open = 0;
  #maxOpen = 0;
  #timer: NodeJS.Timeout | undefined;
  #sealed = false;

  constructor(now: () => Millis, onReading: (reading: ByteSample) => void = () => undefined) {
    this.#now = now;
    this.#onReading = onReading;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get streams(): number {
    return this.#open;
  }

  /** A connection begins to carry this direction; call the answer when it ends. */
  open(): () => void {
    this.#open++;
    this.#maxOpen = Math.max(this.#maxOpen, this.#open);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      if (--this.#open === 0) this.#pause();
    };
  }

  count(bytes: number): void {
    if (this.#sealed) return;
    this.#startedAt ??= this.#now();
    this.#timer ??= setInterval(() => this.#read(), CURVE_STEP_MS);
    this.#bytes += bytes;
  }

  /** Takes the last reading and counts no more. */
  stop(): void {
    this.#pause();
    this.#sealed = true;
  }

  /** What was counted; null where nothing ever was. */
  curve(): Curve | null {
    return this.#startedAt === null ? null : packCurve(this.#readings, this.#maxOpen);
  }

  #pause(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#read();
  }

  #read(): void {
    if (this.#startedAt === null || this.#readings.length >= MAX_READINGS) return;
    // Whole milliseconds, as the receipt has them: the live counters and the receipt are the same readings.
    const reading = { at: Math.round(this.#now() - this.#startedAt), bytes: this.#bytes };
    this.#readings.push(reading);
    this.#onReading(reading);
  }
}
