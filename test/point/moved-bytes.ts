import { unpackCurve } from '../../src/protocol/receipt.ts';

/** Reads at least `bytes` of a download and hangs up, as the engine does. */
export const readSome = async (response: Response, bytes: number): Promise<Buffer> => {
  const reader = response.body!.getReader();
  const parts: Uint8Array[] = [];
  for (let have = 0; have < bytes;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    have += value.byteLength;
  }
  await reader.cancel().catch(() => undefined);
  return Buffer.concat(parts);
};

/** What a receipt credits a direction with. */
export const totalOf = (curve: { steps: readonly number[]; streams: number } | null): number =>
  unpackCurve({ steps: [...curve!.steps], streams: curve!.streams }).at(-1)!.bytes;
