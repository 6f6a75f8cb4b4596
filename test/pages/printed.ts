import type { DevToolsPage } from '../drive/browser.ts';

/** What comes out of a printer: the paper's size in points, and how many pages. */
export const printed = async (
  page: DevToolsPage,
): Promise<{ readonly size: readonly [width: number, height: number]; readonly pages: number }> => {
  const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true });
  const pdf = Buffer.from(data as string, 'base64').toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
  return {
    size: [Math.round(Number(width)), Math.round(Number(height))],
    pages: [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
  };
};
