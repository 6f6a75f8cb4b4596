import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { formatIn } from '../../src/element/format.ts';
import { text as en } from '../../src/element/later/en.ts';
import { chooseLocale } from '../../src/element/locales/choose-locale.ts';
import { viMore } from '../../src/element/locales/vi-more.ts';
import { vi as viCore } from '../../src/element/locales/vi.ts';
import { aCollector, appears, mount, read, shown } from './harness.ts';

const vi = { ...viCore, ...viMore };

/** Every string of a locale with its path. */
const strings = (value: unknown, path = ''): [path: string, text: string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));

describe('the languages', () => {
  for (const [name, text] of Object.entries({ vi, en })) {
    it(`${name} has every sentence, in composed characters and without stray blanks`, () => {
      for (const [path, sentence] of strings(text)) {
        expect(sentence.trim(), path).to.equal(sentence);
        expect(sentence, path).not.to.equal('');
        expect(sentence.normalize('NFC'), path).to.equal(sentence);
      }
    });
  }

  it('are told the same values', () => {
    const marks = (text: unknown) =>
      strings(text)
        .map(([path, sentence]) => [path, [...sentence.matchAll(/\{\w+\}/g)].map(String).sort()])
        .sort();
    expect(marks(vi)).to.deep.equal(marks(en));
  });

  it('Vietnamese is the default, English is for pages that say so, and the attribute wins', () => {
    expect(chooseLocale(null, null)).to.equal('vi');
    expect(chooseLocale(null, 'en-GB')).to.equal('en');
    expect(chooseLocale('vi', 'en')).to.equal('vi');
    expect(chooseLocale('en', 'vi')).to.equal('en');
    expect(chooseLocale('fr', null)).to.equal('vi');
  });

  it('follows the nearest lang of the page, through a shadow root', async () => {
    const outer = await fixture(html`<div lang="en"></div>`);
    const host = document.createElement('div');
    outer.append(host);
    const element = document.createElement('i-speed-test');
    element.collector = aCollector().url;
    host.attachShadow({ mode: 'open' }).append(element);
    await appears(element, '[part=start]');
    expect(read(element, '[part=start]')).to.equal('Start test');
  });

  it('speaks another language as soon as the page says that it does', async () => {
    const page = document.documentElement;
    const before = page.lang;
    try {
      page.lang = 'vi';
      const element = await mount();
      element.removeAttribute('locale');
      await element.updateComplete;
      expect(read(element, '[part=start]')).to.equal('Bắt đầu đo');
      page.lang = 'en';
      await waitUntil(() => read(element, '[part=start]') === 'Start test');
    } finally {
      page.lang = before;
    }
  });

  it('states the language of what it shows', async () => {
    const element = await mount({ attributes: { locale: 'en' } });
    expect(shown(element, '[lang]')?.getAttribute('lang')).to.equal('en');
  });

  it('can be the page’s own, as a file of plain sentences; what it lacks is English', async () => {
    const lao = { start: 'ເລີ່ມ', phase: { download: 'ກຳລັງດາວໂຫຼດ' }, cost: 7, unknown: 'x' };
    const strings = `data:application/json,${encodeURIComponent(JSON.stringify(lao))}`;
    const element = await mount({ attributes: { locale: 'lo', strings } });
    expect(read(element, '[part=start]')).to.equal('ເລີ່ມ');
    expect(shown(element, '[lang]')).to.include({ lang: 'lo', dir: 'ltr' });
    expect(read(element, '[part=title]')).to.equal(en.title);
    expect(read(element, '.cost')).to.include('Uses about');
  });

  it('runs from right to left where its language does', async () => {
    const element = await mount({ attributes: { locale: 'ar', strings: 'data:application/json,{"start":"ابدأ"}' } });
    expect(shown(element, '[lang]')).to.include({ lang: 'ar', dir: 'rtl' });
    element.style.inlineSize = '360px';
    const card = shown(element, '.card')!;
    expect(card.scrollWidth).to.be.at.most(card.clientWidth);
  });

  it('is Vietnamese where the page’s own file cannot be had', async () => {
    const element = await mount({ attributes: { locale: 'lo', strings: '/test/element/no-such-language.json' } });
    expect(read(element, '[part=start]')).to.equal('Bắt đầu đo');
  });

  it('tells the expected data before the start, by the plan', async () => {
    const [standard, saver] = [await mount(), await mount({ attributes: { plan: 'saver' } })];
    expect(read(standard, '.cost')).to.equal('Dùng khoảng 63 MB dữ liệu ở 100 Mbit/s, không quá 800 MB.');
    expect(read(saver, '.cost')).to.equal('Dùng khoảng 20 MB dữ liệu ở 100 Mbit/s, không quá 25 MB.');
  });
});

describe('numbers', () => {
  it('of rates keep three digits that mean something', () => {
    const { rate } = formatIn('vi');
    expect([0.4e6, 9.994e6, 9.996e6, 99.94e6, 99.96e6, 943.2e6, 2345e6].map(rate)).to.deep.equal([
      '0,40',
      '9,99',
      '10,0',
      '99,9',
      '100',
      '943',
      '2.345',
    ]);
  });

  it('follow the language', () => {
    expect(formatIn('en').rate(94.21e6)).to.equal('94.2');
    expect(formatIn('vi').rate(94.21e6)).to.equal('94,2');
  });

  it('of times, data and shares read well', () => {
    const { milliseconds, seconds, bytes, percent } = formatIn('en');
    expect([0.42, 9.94, 9.96, 310.4].map(milliseconds)).to.deep.equal(['0.4', '9.9', '10', '310']);
    expect(seconds(3400)).to.equal('3.4');
    expect([0, 1.25e6, 62.5e6, 2e9].map(bytes)).to.deep.equal(['0\u00a0MB', '1.3\u00a0MB', '63\u00a0MB', '2\u00a0GB']);
    expect([0, 0.018, 0.25].map(percent)).to.deep.equal(['0%', '1.8%', '25%']);
  });
});
