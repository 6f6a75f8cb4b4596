import { expect, waitUntil } from '@open-wc/testing';
import { failing } from '../../demo/scenes/plays.ts';
import { SCENES } from '../../demo/scenes/scenes.ts';
import { aPuppet, mount, read, runThrough, shown, workerSrcOf } from './harness.ts';
import { clearStage, stage } from './stage.ts';

beforeEach(() => localStorage.clear());
afterEach(clearStage);

describe('accessibility', () => {
  it('every button is at least 44 px high', async () => {
    for (const scene of SCENES) {
      const element = await stage(scene);
      for (const button of element.renderRoot.querySelectorAll('button'))
        if (button.checkVisibility())
          expect(button.getBoundingClientRect().height, `scene ${scene.n}`).to.be.at.least(44);
      clearStage();
    }
  }).timeout(60_000);

  it('focus stays where it is when it is elsewhere on the page', async () => {
    const element = await mount();
    await runThrough(element);
    expect(element.shadowRoot?.activeElement).to.equal(null);
  });

  it('the live region says each phase and one final sentence, never a running number', async () => {
    const puppet = aPuppet();
    const element = await mount({ attributes: { locale: 'en', 'worker-src': puppet.workerSrc } });
    const region = shown(element, '[role=status]')!;
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(region.textContent));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    void element.start({ consent: true });
    await puppet.started();
    await waitUntil(() => read(element, '[role=status]') !== ''); // how soon a frame is painted is the browser's business
    puppet.complete();
    await waitUntil(() => read(element, '[role=status]').startsWith('Test complete'));
    observer.disconnect();
    puppet.close();
    expect(shown(element, '[role=status]')).to.equal(region);
    expect(region.textContent).to.equal('Test complete. Download 187 Mbit/s, upload 94.2 Mbit/s, latency 6.2 ms.');
    expect(said[0]).to.equal('Getting ready…');
    for (const sentence of said.filter((words) => words !== region.textContent)) expect(sentence).not.to.match(/\d/);
  });

  it('the live region says what went wrong and what to do', async () => {
    const element = await mount({
      attributes: { 'worker-src': workerSrcOf(failing('point-busy')), locale: 'en' },
    });
    await runThrough(element);
    expect(read(element, '[role=status]')).to.equal('All measurement points are busy. Try again in a few minutes.');
  });
});
