import { generate, correction } from 'lean-qr';
import type { ISpeedTestElement } from '../../src/define.ts';
import { crc32 } from '../../src/element/later/png-text.ts';
import { aCollector, appears, mount, press, runThrough, type Script, submitted } from './harness.ts';
import { savedBy } from '../page/saved-by.ts';

export interface Opening {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly script?: Script;
  readonly state?: string;
}

/** An element whose result was accepted, with its sharing open; and the link it must show. */
export const openedSharing = async ({ attributes = {}, script = 'complete', state = 'verified' }: Opening = {}) => {
  const collector = aCollector();
  await collector.set({ state });
  const element = await mount({ collector, script, attributes: { province: '48', ...attributes } });
  const isSent = submitted(element);
  const { testId } = await runThrough(element);
  await isSent;
  await press(element, '[part=share]');
  await appears(element, '[part=panel] h2');
  return { element, link: `${collector.url}/r/${testId}` };
};

export const savedPicture = (element: ISpeedTestElement) => savedBy(() => press(element, '[part=picture]'));

/** The dark modules of the code of a text, as `x y`. */
export const modulesOf = (text: string): string[] => {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const all = Array.from({ length: code.size ** 2 }, (_, i) => [i % code.size, Math.floor(i / code.size)] as const);
  return all.filter(([x, y]) => code.get(x, y)).map(([x, y]) => `${x} ${y}`);
};

/** Chunks of a PNG with their type, bytes and whether the checksum holds. */
export const chunksOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks: { type: string; text: string; isSound: boolean }[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const body = png.subarray(at + 4, at + 8 + length);
    const text = String.fromCharCode(...body.subarray(0, 4 + Math.min(length, 500)));
    chunks.push({
      type: text.slice(0, 4),
      text: text.slice(4),
      isSound: crc32(body) === view.getUint32(at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
};
