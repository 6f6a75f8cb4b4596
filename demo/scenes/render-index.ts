import { type LayoutName, SIZES } from './scene.ts';
import { SCENES } from './scenes.ts';

const WORDS = {
  vi: {
    title: 'Mọi trạng thái',
    lead: 'Mỗi trạng thái của mỗi bố cục có một số cố định. Không trang nào ở đây dùng mạng.',
    look: 'Cách xem',
    layouts: { card: 'Thẻ đo', banner: 'Banner', kiosk: 'Kiosk' },
    themes: { light: 'sáng', dark: 'tối' },
  },
  en: {
    title: 'Every state',
    lead: 'Every state of every layout has a number that stays. No page here uses the network.',
    look: 'Look',
    layouts: { card: 'Card', banner: 'Banner', kiosk: 'Kiosk' },
    themes: { light: 'light', dark: 'dark' },
  },
} as const;

const LAYOUTS: readonly LayoutName[] = ['card', 'banner', 'kiosk'];

/** All scenes with links, in the language and theme that the index itself is looked at in. */
export const renderIndex = (place: Element, locale: string, theme: string | null): void => {
  const tongue = locale === 'en' ? 'en' : 'vi';
  const words = WORDS[tongue];
  const look = { locale: tongue, ...(theme && { theme }) };
  document.documentElement.dataset['layout'] = 'index';
  place.append(
    make('h1', words.title),
    make('p', words.lead),
    make(
      'nav',
      link('Tiếng Việt', { ...look, locale: 'vi' }),
      link('English', { ...look, locale: 'en' }),
      link(words.themes.light, { ...look, theme: 'light' }),
      link(words.themes.dark, { ...look, theme: 'dark' }),
    ),
    ...LAYOUTS.flatMap((layout) => [
      make('h2', words.layouts[layout]),
      make(
        'ol',
        ...SCENES.filter((scene) => scene.layout === layout).map(({ n, name }) => {
          const item = make(
            'li',
            link(name[tongue], { n: String(n), ...look }),
            ...sizesOf(layout, { n: String(n), ...look }),
          );
          item.setAttribute('value', String(n));
          return item;
        }),
      ),
    ]),
  );
};

/** A kiosk fills whatever screen it is opened on. */
const sizesOf = (layout: LayoutName, address: Readonly<Record<string, string>>): readonly Node[] =>
  layout === 'kiosk'
    ? []
    : SIZES[layout].map(({ name, width, size }) =>
        make('small', link(name, { ...address, ...(size ? { size } : { width: String(width) }) })),
      );

const link = (text: string, query: Readonly<Record<string, string>>): HTMLElement => {
  const anchor = make('a', text);
  anchor.setAttribute('href', `?${new URLSearchParams(query).toString()}`);
  return anchor;
};

const make = (tag: string, ...content: readonly (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
};
