import type {} from '../element/events.ts'; // what each event carries
import type { ISpeedTestElement } from '../element/i-speed-test-element.ts';
import { FRAME_PROTOCOL, type FrameMessage, type FrameNews } from '../protocol/frame-message.ts';

/** As the script that stands beside defines it. */
export type TestElement = HTMLElement & Pick<ISpeedTestElement, 'renderRoot' | 'updateComplete'>;

/** Around a dialog, and below the element's own hairline. */
const MARGIN_PX = 2;
const DIALOG_MARGIN_PX = 32;

/**
 * Posts the element's events and its height to the page around. To whichever page that is: `frame-ancestors` decides who may be it,
 * and it is told no more than a page that embeds the element itself.
 */
export const tellParent = (element: TestElement): void => {
  const tell = (news: FrameNews) =>
    parent.postMessage({ 'i-speed-test': FRAME_PROTOCOL, ...news } satisfies FrameMessage, '*');
  element.addEventListener('i-speed-test-start', ({ testId }) => tell({ event: 'start', detail: { testId } }));
  element.addEventListener('i-speed-test-progress', ({ snapshot }) => tell({ event: 'progress', detail: snapshot }));
  element.addEventListener('i-speed-test-result', ({ result }) => tell({ event: 'result', detail: result }));
  element.addEventListener('i-speed-test-submitted', ({ accepted }) => tell({ event: 'submitted', detail: accepted }));
  element.addEventListener('i-speed-test-failure', ({ failure }) => tell({ event: 'failure', detail: failure }));
  void customElements.whenDefined(element.localName).then(async () => {
    await element.updateComplete;
    tell({ event: 'ready' });
    watchHeight(element, (height) => tell({ event: 'size', height }));
  });
};

/** A dialog of a small layout needs more room than the element, and is not part of its box. */
const watchHeight = (element: TestElement, onHeight: (height: number) => void): void => {
  let told = 0;
  const look = () => {
    const dialog = element.renderRoot.querySelector('dialog[open]');
    const own = Math.ceil(element.getBoundingClientRect().height) + MARGIN_PX;
    const height = Math.max(own, dialog ? dialog.scrollHeight + DIALOG_MARGIN_PX : 0);
    if (height === told) return;
    told = height;
    onHeight(height);
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(element);
  new MutationObserver(() => {
    const content = element.renderRoot.querySelector('dialog[open] > .frame');
    if (content) sizes.observe(content);
    look();
  }).observe(element.renderRoot, { subtree: true, attributeFilter: ['open'] });
};
