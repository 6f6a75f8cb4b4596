import { drawPicture } from './draw-picture.ts';
import type { PictureFacts } from './picture-layout.ts';
import { withText } from './png-text.ts';

/** Metadata that viewers show; the link in it checks the result anew, wherever the picture goes. */
export const LINK_KEYWORD = 'Comment';

export interface SharePicture {
  readonly canvas: HTMLCanvasElement;
  /** A PNG; null where the browser does not give it. */
  readonly file: Promise<File | null>;
}

/** A result as a picture that carries its link; null where the browser cannot draw. */
export const sharePicture = (facts: PictureFacts, fileName: string): SharePicture | null => {
  const canvas = drawPicture(facts);
  return canvas && { canvas, file: encode(canvas, facts.link?.address ?? null, fileName) };
};

const encode = async (canvas: HTMLCanvasElement, link: string | null, name: string): Promise<File | null> => {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) return null;
  const png = new Uint8Array(await blob.arrayBuffer());
  return new File([link === null ? png : withText(png, LINK_KEYWORD, link)], name, { type: 'image/png' });
};
