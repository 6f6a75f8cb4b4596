import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ISpeedTestElement } from '../../src/define.ts';
import { appears, aPuppet, mount, shown } from './harness.ts';

beforeEach(() => localStorage.clear());

const focused = (element: ISpeedTestElement) => element.shadowRoot?.activeElement ?? null;

/** More presses than any view has places to stop at. */
const MANY = 30;

/** Goes on with the Tab key until it is there, as somebody without a mouse has to. */
const tabTo = async (element: ISpeedTestElement, selector: string): Promise<void> => {
  for (let presses = 0; presses < MANY; presses++) {
    await sendKeys({ press: 'Tab' });
    if (focused(element)?.matches(selector)) return;
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
};

const isAtHeading = (element: ISpeedTestElement): Promise<void> =>
  waitUntil(() => focused(element)?.localName === 'h2', 'the focus is not where the news is');

describe('without a mouse', () => {
  it('a whole test can be done, and focus goes where the news is', async () => {
    const element = await mount();
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(shown(element, '[part=start]'));
    await sendKeys({ press: 'Enter' });
    await appears(element, '[part=consent]');
    expect(focused(element)?.textContent).to.equal('Trước khi đo');
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(shown(element, '[part=agree]'));
    await sendKeys({ press: 'Space' });
    await appears(element, '[part=result]');
    await waitUntil(() => focused(element)?.textContent === 'Kết quả đo');
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(shown(element, '[part=again]'));
  });

  it('one gets from the start to sharing, to the history, back, and to another test', async () => {
    const puppet = aPuppet();
    const element = await mount({ attributes: { 'worker-src': puppet.workerSrc } });
    await tabTo(element, '[part=start]');
    await sendKeys({ press: 'Enter' });
    await isAtHeading(element);
    await tabTo(element, '[part=agree]');
    await sendKeys({ press: 'Enter' });
    await puppet.started();
    await tabTo(element, '[part=cancel]');
    puppet.complete();
    await appears(element, '[part=result] .details');
    await isAtHeading(element);
    for (const panel of ['share', 'history']) {
      await tabTo(element, `[part=${panel}]`);
      await sendKeys({ press: 'Enter' });
      await appears(element, '[part=panel]');
      await isAtHeading(element); // of a part that had to be fetched first
      await tabTo(element, '[part=back]');
      await sendKeys({ press: 'Enter' });
      await appears(element, '[part=result]');
      await isAtHeading(element);
    }
    await tabTo(element, '[part=again]');
    await sendKeys({ press: 'Enter' });
    await appears(element, '.running');
    puppet.close();
  });

  it('a run can be stopped', async () => {
    const element = await mount({ script: 'hold' });
    shown(element, '[part=start]')?.focus();
    void element.start({ consent: true });
    await appears(element, '[part=cancel]');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await appears(element, '[part=start]');
    expect(focused(element)?.textContent).to.equal('Đo tốc độ Internet');
  });
});
