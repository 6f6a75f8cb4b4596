/** A PNG ends with one empty chunk: length, `IEND`, CRC. */
const END_BYTES = 12;

/** CRC-32 as PNG wants it (ISO/IEC 15948, annex D). */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

/** The PNG with a text among its metadata (chunk `tEXt`); keyword and text are ASCII. */
export const withText = (png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> => {
  const body = new TextEncoder().encode(`tEXt${keyword}\0${text}`);
  const whole = new Uint8Array(png.length + body.length + 8);
  const at = png.length - END_BYTES;
  whole.set(png.subarray(0, at));
  const view = new DataView(whole.buffer);
  view.setUint32(at, body.length - 4); // the type does not count
  whole.set(body, at + 4);
  view.setUint32(at + 4 + body.length, crc32(body));
  whole.set(png.subarray(at), at + 8 + body.length);
  return whole;
};
