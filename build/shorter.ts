import type { Plugin } from 'vite';

/** Line breaks and indentation are left in templates alone by then, where they mean no more than a blank. */
export const shorterTemplates: Plugin = {
  name: 'shorter-templates',
  generateBundle: (_, bundle) => {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = `${chunk.code.trim().replace(/\n\s*/g, ' ')}\n`;
  },
};

/** Styles without comments and blanks. */
export const shorterStyles: Plugin = {
  name: 'shorter-styles',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.styles.ts')
      ? code.replace(/css`[^`]*`/g, (styles) =>
          styles
            .replace(/\/\*.*?\*\//gs, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?|(:) (?=[^{}]*;)/g, '$1$2'),
        )
      : null,
};
