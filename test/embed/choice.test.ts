import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULTS, type Fields, parseChoice } from '../../demo/embed/choice.ts';
import { contrast, MIN_CONTRAST, textOn } from '../../demo/embed/contrast.ts';

const parse = (fields: Partial<Fields>) =>
  parseChoice({ ...DEFAULTS, collector: 'https://collector.example.vn', ...fields });
const reasons = (fields: Partial<Fields>) =>
  (parse(fields).mistakes ?? []).map(({ field, reason }) => `${field} ${reason}`);

describe('a choice', () => {
  it('is complete from the start', () => {
    const { choice } = parse({});
    assert.equal(choice!.form, 'script');
    assert.equal(choice!.collector, 'https://collector.example.vn');
    assert.equal(choice!.accent, null);
  });

  it('has the collector without a slash at its end, with its path', () => {
    assert.equal(parse({ collector: ' https://example.vn/i-speed/ ' }).choice!.collector, 'https://example.vn/i-speed');
  });

  it('says of each field that is wrong what is wrong with it', () => {
    assert.deepEqual(
      reasons({ collector: 'collector.example.vn', site: 'Đà Nẵng', province: '49', accent: 'red', radius: '61' }),
      [
        'site not-an-id',
        'radius not-a-radius',
        'collector not-an-address',
        'province not-a-choice',
        'accent not-a-colour',
      ],
    );
    assert.deepEqual(reasons({ collector: 'javascript:alert(1)' }), ['collector not-an-address']);
    assert.deepEqual(reasons({ collector: 'https://user:secret@example.vn' }), ['collector not-an-address']);
  });

  it('has a worker on the page’s own server only', () => {
    for (const own of ['/js/engine-worker.js', 'engine-worker.js', '../w.js?v=2'])
      assert.deepEqual(reasons({ form: 'own-worker', workerSrc: own }), []);
    for (const other of ['https://cdn.example/w.js', '//cdn.example/w.js', 'data:,', 'a b'])
      assert.deepEqual(reasons({ form: 'own-worker', workerSrc: other }), ['workerSrc not-own']);
  });

  it('needs a site for a frame, whose page asks who may embed it', () => {
    assert.deepEqual(reasons({ form: 'iframe', site: ' ' }), ['site missing']);
    assert.deepEqual(reasons({ form: 'script', site: '' }), []);
  });

  it('forgets what its layout has no use for', () => {
    assert.equal(parse({ layout: 'card', size: '728x90', kiosk: 'hall-3' }).choice!.size, null);
    assert.equal(parse({ layout: 'card', kiosk: 'hall-3' }).choice!.kiosk, null);
    assert.equal(parse({ layout: 'kiosk', kiosk: 'hall-3' }).choice!.kiosk, 'hall-3');
  });
});

describe('text on an accent', () => {
  it('is what can be read on it', () => {
    for (const colour of ['#b3261e', '#1257d6', '#ffff00', '#000000', '#ffffff', '#888888'])
      assert.ok(contrast(textOn(colour), colour) >= MIN_CONTRAST, colour);
    assert.equal(contrast('#000000', '#ffffff').toFixed(1), '21.0');
  });
});
