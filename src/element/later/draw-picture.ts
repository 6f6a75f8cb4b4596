import { COLOURS, layOut, type Mark, PICTURE, type PictureFacts } from './picture-layout.ts';
import { qrPath } from './qr-code.ts';

const font = (size: number, weight: number) => `${weight} ${size}px system-ui, sans-serif`;

/** The picture on a canvas; null where the browser has none. */
export const drawPicture = (facts: PictureFacts): HTMLCanvasElement | null => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, PICTURE);
  const brush = canvas.getContext('2d');
  if (!brush) return null;
  brush.direction = facts.direction;
  const marks = layOut(facts, (text, size, weight) => {
    brush.font = font(size, weight);
    return brush.measureText(text).width;
  });
  for (const mark of marks) draw(mark, facts.direction === 'rtl', brush);
  return canvas;
};

const draw = (mark: Mark, isMirrored: boolean, brush: CanvasRenderingContext2D): void => {
  const left = isMirrored ? PICTURE.width - mark.x - ('width' in mark ? mark.width : 0) : mark.x;
  switch (mark.kind) {
    case 'box':
      brush.fillStyle = COLOURS[mark.colour];
      rounded({ ...mark, x: left }, brush);
      return;
    case 'text':
      brush.fillStyle = COLOURS[mark.colour];
      brush.font = font(mark.size, mark.weight);
      brush.textAlign = mark.align;
      brush.fillText(mark.text, left, mark.y);
      return;
    case 'code': {
      const { size, path } = qrPath(mark.text);
      const scale = Math.floor(mark.width / size); // whole pixels: between parts of pixels a code has seams
      const rest = (mark.width - size * scale) / 2;
      brush.save();
      brush.translate(Math.round(left + rest), Math.round(mark.y + rest));
      brush.scale(scale, scale);
      brush.fillStyle = '#000';
      brush.fill(new Path2D(path));
      brush.restore();
      return;
    }
    default:
      mark satisfies never;
  }
};

/** `roundRect` is younger than the browsers of many phones. */
const rounded = (
  { x, y, width, height, radius }: Extract<Mark, { kind: 'box' }>,
  brush: CanvasRenderingContext2D,
): void => {
  const [right, bottom] = [x + width, y + height];
  brush.beginPath();
  brush.moveTo(x + radius, y);
  brush.arcTo(right, y, right, bottom, radius);
  brush.arcTo(right, bottom, x, bottom, radius);
  brush.arcTo(x, bottom, x, y, radius);
  brush.arcTo(x, y, right, y, radius);
  brush.fill();
};
