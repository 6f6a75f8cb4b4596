import { expect } from '@open-wc/testing';
import { rowsOf } from '../../src/statistics-element/rows.ts';
import { sampleStatistics } from './sample-country.ts';
import { clearStage, read, rows, type Staged, stage } from './stage.ts';

afterEach(clearStage);

const header = ({ root }: Staged, column: string): HTMLElement =>
  root.querySelector<HTMLElement>(`[data-sort=${column}]`)!.closest('th')!;

const sortBy = async (staged: Staged, column: string): Promise<readonly string[]> => {
  header(staged, column).querySelector('button')!.click();
  await staged.element.updateComplete;
  return rows(staged);
};

describe('the table', () => {
  it('has all 34 provinces with value, interval, spread, count, IPv6, places and verdict, the best first', async () => {
    const staged = await stage();
    expect(rows(staged)).to.have.length(34);
    expect(rows(staged)[0]).to.match(
      /^Vĩnh Long \| 208 \| \d+ – \d+ \| [\d,]+ – \d+ \| 2\.427 \| 84% \| 1–\d \| Đủ điều kiện công bố$/,
    );
    expect(
      rows(staged)
        .slice(-5)
        .every((row) => row.includes(' | – | ')),
    ).to.equal(true);
    expect(header(staged, 'value').getAttribute('aria-sort')).to.equal('descending');
  });

  it('sorts by its headings, and the other way by a second press; what has no value stays last', async () => {
    const staged = await stage();
    const byName = await sortBy(staged, 'province');
    expect(byName[0]).to.match(/^An Giang/);
    expect(byName.at(-1), 'as Vietnamese sorts').to.match(/^Vĩnh Long/);
    expect(header(staged, 'province').getAttribute('aria-sort')).to.equal('ascending');
    expect(header(staged, 'value').getAttribute('aria-sort')).to.equal('none');
    const byVotes = await sortBy(staged, 'votes');
    const votes = byVotes.map((row) => Number(row.split(' | ')[4]!.replace('.', '')));
    expect(votes).to.deep.equal([...votes].sort((a, b) => b - a));
    await sortBy(staged, 'value');
    const rising = await sortBy(staged, 'value');
    expect(header(staged, 'value').getAttribute('aria-sort')).to.equal('ascending');
    expect(rising.at(-1)).to.include(' | – | ');
    const needy = await sortBy(staged, 'verdict');
    expect(needy[0]).to.include('Đủ điều kiện');
    expect(needy.at(-1)).to.include('Chưa có mẫu');
  });

  it('opens a province where it is read', async () => {
    const staged = await stage();
    const button = [...staged.root.querySelectorAll<HTMLButtonElement>('button.name')].find((each) =>
      each.textContent.includes('Huế'),
    )!;
    button.click();
    await staged.element.updateComplete;
    await staged.element.updateComplete;
    expect(staged.element.shadowRoot!.activeElement?.id).to.equal('place');
    expect(read(staged, '#place')).to.equal('Huế');
    expect(button.getAttribute('aria-current')).to.equal('true');
  });

  it('ranks whose intervals part, and nobody whose figure may not be published', () => {
    const { cells } = sampleStatistics({ period: '2026-09', access: 'fixed' });
    const all = rowsOf(cells, 'download');
    for (const { measured, places } of all)
      expect(places?.from ?? null).to.equal(
        measured && 1 + all.filter((other) => (other.measured?.interval?.low ?? 0) > measured.interval!.high).length,
      );
    expect(all.find(({ code }) => code === '20')!.places, 'withheld').to.equal(null);
  });

  it('folds in narrow places, with nothing that sticks out', async () => {
    for (const lang of ['vi', 'en']) {
      const { element, root } = await stage({ width: 320, attributes: { lang } });
      const { right } = element.getBoundingClientRect();
      const sticking = [...root.querySelectorAll('section, p, td, th, button, label, h3, li, figure, select')]
        .filter(
          (part) =>
            part.checkVisibility() && !part.closest('.quiet') && part.getBoundingClientRect().right > right + 0.5,
        )
        .map((part) => part.outerHTML.slice(0, 80));
      expect(sticking).to.deep.equal([]);
      clearStage();
    }
  });
});
