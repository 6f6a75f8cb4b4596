import type { Point } from './read-topology.ts';

/** The line with the points left out that are nearer than `tolerance` to it (Ramer, Douglas, Peucker). Its ends stay. */
export const simplify = (line: readonly Point[], tolerance: number): readonly Point[] => {
  const [from, to] = [line[0]!, line.at(-1)!];
  let [farthest, distance] = [0, tolerance];
  for (let i = 1; i < line.length - 1; i++) {
    const far = distanceTo(line[i]!, from, to);
    if (far > distance) [farthest, distance] = [i, far];
  }
  if (farthest === 0) return [from, to];
  return [...simplify(line.slice(0, farthest + 1), tolerance), ...simplify(line.slice(farthest), tolerance).slice(1)];
};

/** From a point to the part of a line between two others. */
const distanceTo = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
};
