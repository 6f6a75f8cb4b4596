import { drawPicture } from './draw-picture.ts';
import type { PictureFacts } from './picture-layout.ts';
import { withText } from './png-text.ts';

/** Metadata that viewers show; the link in it checks the result anew, wherever the picture goes. */
export const LINK_KEYWORD = 'Comment';

export interface SharePicture {
  readonly canvas: HTMLCanvasElement;
  /** The PNG. Takes a tenth of a second. */
  readonly file: () => File;
}

/** A result as a picture that carries its link; null where the browser cannot draw. */
export const sharePicture = (facts: PictureFacts, fileName: string): SharePicture | null => {
  const canvas = drawPicture(facts);
  return canvas && { canvas, file: () => encode(canvas, facts.link?.address ?? null, fileName) };
};

/** At once: `toBlob` waits for an idle moment, for seconds on a busy page, and the browser forgets the press meanwhile. */
const encode = (canvas: HTMLCanvasElement, link: string | null, name: string): File => {
  const [, base64 = ''] = canvas.toDataURL('image/png').split(',');
  const png = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new File([link === null ? png : withText(png, LINK_KEYWORD, link)], name, { type: 'image/png' });
};
