import { type Scene, type SceneSize, SIZES } from '../../demo/scenes/scene.ts';
import { SCENES } from '../../demo/scenes/scenes.ts';

export const THEMES = ['light', 'dark'] as const;
export const LOCALES = ['vi', 'en'] as const;
export type Theme = (typeof THEMES)[number];
export type Locale = (typeof LOCALES)[number];

/** One scene in one language: loaded once, and looked at in every size and theme. */
export interface Sitting {
  readonly scene: Scene;
  readonly locale: Locale;
  readonly sizes: readonly SceneSize[];
  readonly themes: readonly Theme[];
}

/** What somebody wants to see; what is left open means all. */
export interface Selection {
  readonly scene?: readonly string[] | undefined;
  readonly layout?: string | undefined;
  readonly size?: string | undefined;
  readonly theme?: string | undefined;
  readonly locale?: string | undefined;
}

const wanted = <T extends string>(all: readonly T[], one: string | undefined): readonly T[] =>
  one === undefined ? all : all.filter((known) => known === one);

export const chooseSittings = ({ scene, layout, size, theme, locale }: Selection): readonly Sitting[] => {
  const themes = wanted(THEMES, theme);
  return SCENES.filter((known) => scene?.includes(String(known.n)) ?? true)
    .filter((known) => layout === undefined || known.layout === layout)
    .flatMap((known) => {
      const sizes = SIZES[known.layout].filter(({ name }) => size === undefined || name === size);
      return wanted(LOCALES, locale).map((tongue) => ({ scene: known, locale: tongue, sizes, themes }));
    })
    .filter(({ sizes }) => sizes.length > 0 && themes.length > 0);
};
