import { failing, holding } from '../scenes/plays.ts';
import { type Example, isSeen, type Seen, tag } from './example.ts';

/** A snippet whose script shows something in its `<output>`. */
const scripted = (script: string, { attributes = '', button = '' } = {}): string =>
  [
    tag(attributes),
    ...(button ? [`<button type="button">${button}</button>`] : []),
    '<output></output>',
    '<script>',
    "  const test = document.querySelector('i-speed-test');",
    "  const output = document.querySelector('output');",
    ...(button ? ["  const button = document.querySelector('button');"] : []),
    ...script.split('\n').map((line) => `  ${line}`),
    '</script>',
  ].join('\n');

const shows =
  (pattern: RegExp) =>
  ({ place }: Seen): boolean =>
    pattern.test(place.querySelector('output')?.textContent ?? '');

const hears = (name: string, act: string): string =>
  scripted(`test.addEventListener('i-speed-test-${name}', (event) => {\n  ${act}\n});`);

const START = [{ do: 'start' }] as const;

export const PROPERTIES: readonly Example[] = [
  {
    n: 20,
    kind: 'property',
    of: 'snapshot',
    title: { vi: 'Phép đo đang ở bước nào', en: 'How far the test is' },
    source: hears('progress', 'output.textContent = test.snapshot.phase;'),
    around: { engine: holding('download') },
    steps: START,
    proves: shows(/^download$/),
  },
  {
    n: 21,
    kind: 'property',
    of: 'result',
    title: { vi: 'Kết quả sau cùng', en: 'The last result' },
    source: scripted(
      "button.onclick = () => {\n  output.textContent = test.result?.download ? test.result.download.bitsPerSecond / 1e6 + ' Mbit/s' : 'chưa đo';\n};",
      { button: 'Xem kết quả' },
    ),
    steps: [...START, { do: 'look', for: '[part~=result]' }],
    press: 'button',
    proves: shows(/^187\.4 Mbit\/s$/),
  },
];

export const METHODS: readonly Example[] = [
  {
    n: 22,
    kind: 'method',
    of: 'start',
    title: { vi: 'Nút của trang bắt đầu phép đo', en: 'A button of the page starts the test' },
    source: scripted(
      '// Only if the page has asked the person itself: without `consent: true` the element asks.\nbutton.onclick = async () => {\n  const result = await test.start({ consent: true });\n  output.textContent = result.outcome;\n};',
      { button: 'Đồng ý và đo' },
    ),
    press: 'button',
    proves: shows(/^complete$/),
  },
  {
    n: 23,
    kind: 'method',
    of: 'cancel',
    title: { vi: 'Nút của trang dừng phép đo', en: 'A button of the page stops the test' },
    source: scripted(
      "test.addEventListener('i-speed-test-result', ({ result }) => {\n  output.textContent = result.outcome;\n});\nbutton.onclick = () => test.cancel();",
      { button: 'Dừng' },
    ),
    around: { engine: holding('download') },
    steps: [...START, { do: 'look', for: '.running' }],
    press: 'button',
    proves: shows(/^cancelled$/),
  },
  {
    n: 24,
    kind: 'method',
    of: 'reset',
    title: { vi: 'Nút của trang đưa về lúc đầu', en: 'A button of the page goes back to the beginning' },
    source: scripted('button.onclick = () => test.reset();', { button: 'Về đầu' }),
    steps: [...START, { do: 'look', for: '[part~=result]' }],
    press: 'button',
    proves: ({ find }) => isSeen(find('[part~=start]')) && find('[part~=result]') === null,
  },
];

export const EVENTS: readonly Example[] = [
  {
    n: 30,
    kind: 'event',
    of: 'i-speed-test-start',
    title: { vi: 'Nghe lúc bắt đầu đo', en: 'Hears that measuring begins' },
    source: hears('start', 'output.textContent = event.testId;'),
    steps: START,
    proves: shows(/^[0-9a-f-]{36}$/),
  },
  {
    n: 31,
    kind: 'event',
    of: 'i-speed-test-progress',
    title: { vi: 'Theo dõi phép đo', en: 'Follows the test' },
    source: hears('progress', 'output.textContent = Math.round(event.snapshot.rate / 1e6);'),
    around: { engine: holding('download') },
    steps: START,
    proves: shows(/^187$/),
  },
  {
    n: 32,
    kind: 'event',
    of: 'i-speed-test-result',
    title: { vi: 'Giữ kết quả trong trang', en: 'Keeps a result in the page' },
    source: hears('result', 'event.preventDefault(); // not sent\n  output.textContent = event.result.outcome;'),
    steps: START,
    proves: (seen) => shows(/^complete$/)(seen) && isSeen(seen.find('[part~=delivery][data-kind=private]')),
  },
  {
    n: 33,
    kind: 'event',
    of: 'i-speed-test-submitted',
    title: { vi: 'Nghe rằng kết quả đã được nhận', en: 'Hears that the collector took the result' },
    source: hears('submitted', 'output.textContent = event.accepted.state;'),
    steps: START,
    proves: shows(/^verified$/),
  },
  {
    n: 34,
    kind: 'event',
    of: 'i-speed-test-failure',
    title: { vi: 'Nghe rằng chưa đo được', en: 'Hears that there is no number' },
    source: hears('failure', 'output.textContent = event.failure.code;'),
    around: { engine: failing('point-busy') },
    steps: START,
    proves: shows(/^point-busy$/),
  },
];
