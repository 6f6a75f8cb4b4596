// The page of the scenes. Without `?n=` it lists them; with it, it plays that one: `?n=17&locale=en&theme=dark&width=420&size=300x250`.
import { playScene } from './play-scene.ts';
import { renderIndex } from './render-index.ts';
import { SCENES } from './scenes.ts';

const query = new URL(location.href).searchParams;
const locale = query.get('locale') ?? 'vi';
const theme = query.get('theme');
const root = document.documentElement;
const place = document.querySelector('main')!;

root.lang = locale;
if (theme) root.style.colorScheme = theme;

const play = async (n: number): Promise<void> => {
  const scene = SCENES.find((known) => known.n === n);
  if (!scene) throw new Error(`There is no scene ${n}.`);
  document.title = `${n} ${scene.name.vi} – ${document.title}`;
  root.dataset['layout'] = scene.layout;
  const width = query.get('width');
  if (width) place.style.width = `${width}px`;
  await customElements.whenDefined('i-speed-test');
  await playScene(scene, place, { locale, size: query.get('size') }, import.meta.url);
};

const n = query.get('n');
if (n === null) renderIndex(place, locale, theme);
else
  play(Number(n)).then(
    () => (root.dataset['scene'] = 'reached'),
    (error: unknown) => {
      root.dataset['scene'] = String(error);
      place.append(Object.assign(document.createElement('pre'), { textContent: String(error) }));
    },
  );
