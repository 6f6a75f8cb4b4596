import { holding, STARTED } from './plays.ts';
import type { Entry } from './scene.ts';

const PHASES = [
  ['choosing', 'Đang đo: tìm điểm đo', 'Running: choosing'],
  ['latency', 'Đang đo: độ trễ', 'Running: latency'],
  ['download', 'Đang đo: tải xuống', 'Running: download'],
  ['upload', 'Đang đo: tải lên', 'Running: upload'],
  ['finishing', 'Đang đo: hoàn tất', 'Running: finishing'],
] as const;

/** A run that stands still before its first word and in each of its phases, numbered from `first` on. */
export const runningScenes = (first: number, shows: string): readonly Entry[] =>
  [
    { name: { vi: 'Đang chuẩn bị', en: 'Preparing' }, engine: STARTED },
    ...PHASES.map(([phase, vi, en]) => ({ name: { vi, en }, engine: holding(phase) })),
  ].map((scene, i) => ({ n: first + i, steps: [{ do: 'start' }], shows, ...scene }));
