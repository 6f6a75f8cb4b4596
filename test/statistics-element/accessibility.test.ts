import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import { type Behaviour } from './scripted-statistics.ts';
import { clearStage, type Staging, stage, WHOLE } from './stage.ts';

/** It makes itself a global. */
declare const axe: typeof import('axe-core');

const page = document.documentElement;

afterEach(() => {
  clearStage();
  page.removeAttribute('style');
});

const failed = (will: Behaviour): Staging => ({ will, shows: '.notice:not([data-kind=coming])' });

const STATES: Readonly<Record<string, Staging>> = {
  'the country': {},
  'a province': { attributes: { province: '48', period: '2026-Q3' } },
  'a province that lacks samples': { attributes: { province: '04', measure: 'latency' }, shows: '.charts' },
  'a province without samples': { attributes: { province: '14' }, shows: '.charts' },
  IPv6: { attributes: { measure: 'ipv6' } },
  'all lines': { attributes: { access: 'all' }, shows: '.charts' },
  narrow: { width: 390 },
  loading: { will: 'silent', shows: '.notice' },
  'no figures': failed('nothing'),
  'no collector': failed('failing'),
  'no address': { attributes: { collector: '' }, shows: '.notice' },
};

/** What axe looks at differs little between engines: the others look at every fourth state. */
const STATES_HERE = Object.entries(STATES).filter((_, i) => navigator.userAgent.includes('Chrome/') || i % 4 === 0);

describe('axe finds nothing', () => {
  for (const [state, { attributes, shows = WHOLE, ...staging }] of STATES_HERE)
    for (const lang of ['vi', 'en'])
      it(`in ${state}, ${lang}, neither in the light nor in the dark`, async () => {
        for (const theme of ['light', 'dark']) {
          page.style.background = theme === 'dark' ? '#000' : '#fff';
          const { element } = await stage({ ...staging, shows, attributes: { ...attributes, lang, theme } });
          const { violations } = await axe.run(element, { resultTypes: ['violations'], preload: false });
          const said = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
          );
          expect(said.join('\n'), theme).to.equal('');
          clearStage();
        }
      }).timeout(30_000);

  it('and a phone holds it with letters twice as large', async () => {
    page.style.fontSize = '200%';
    for (const attributes of [{}, { province: '04' }, { measure: 'ipv6', lang: 'en' }]) {
      const { element } = await stage({ width: 330, attributes, shows: '.charts' });
      expect(element.scrollWidth, JSON.stringify(attributes)).to.be.at.most(330);
      clearStage();
    }
  });

  it('and every control can be hit: 44 px high, a name in the wide table 24', async () => {
    for (const width of [390, 1100]) {
      const { root } = await stage({ width });
      for (const control of root.querySelectorAll('button, select'))
        if (control.checkVisibility())
          expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(
            width > 900 && control.matches('.name') ? 24 : 44,
          );
      clearStage();
    }
  });
});
