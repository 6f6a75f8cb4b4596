import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseLanguage } from '../../src/collector/shared-page/language.ts';

describe('chooseLanguage', () => {
  it('takes the language that the address asks for', () => {
    assert.equal(chooseLanguage('en', 'vi-VN,vi;q=0.9'), 'en');
    assert.equal(chooseLanguage('vi', 'en'), 'vi');
  });

  it('else the one the browser likes best of the two, whatever its region', () => {
    for (const [accepted, language] of [
      ['en', 'en'],
      ['EN-gb,en;q=0.9', 'en'],
      ['fr-FR,fr;q=0.9,en;q=0.8', 'en'],
      ['vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7', 'vi'],
      ['en;q=0.2, vi;q=0.3', 'vi'],
      ['vi;q=0, en;q=0.1', 'en'],
    ] as const)
      assert.equal(chooseLanguage(undefined, accepted), language, accepted);
  });

  it('is Vietnamese for every other one, and for nonsense', () => {
    for (const accepted of [undefined, '', '*', 'fr', 'english', 'en;q=0', 'en;q=x', ';;,,;q=1', 'vienna'])
      assert.equal(chooseLanguage(undefined, accepted), 'vi', accepted);
    for (const asked of ['', 'fr', 'EN', 'toString']) assert.equal(chooseLanguage(asked, undefined), 'vi');
  });
});
