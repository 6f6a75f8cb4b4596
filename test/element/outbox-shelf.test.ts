import { expect } from '@open-wc/testing';
import { createOutboxShelf, SHELF_CAPACITY, SHELF_PREFIX } from '../../src/element/outbox-shelf.ts';
import { memoryStorage } from '../../src/element/page-storage.ts';

describe('the shelf', () => {
  const entry = (n: number) => ({
    testId: `id-${String(n).padStart(3, '0')}`,
    collector: 'c',
    body: '{}',
    leasedUntil: 0,
  });

  it('makes room for the newest by dropping the oldest', () => {
    const shelf = createOutboxShelf(memoryStorage());
    for (let n = 0; n < SHELF_CAPACITY + 3; n++) shelf.put(entry(n));
    const ids = shelf.list('c').map(({ testId }) => testId);
    expect(ids).to.have.length(SHELF_CAPACITY);
    expect(ids[0]).to.equal('id-003');
  });

  it('steps over what other scripts of the page have written there', () => {
    const storage = memoryStorage();
    storage.set(`${SHELF_PREFIX}a`, 'not json');
    storage.set(`${SHELF_PREFIX}b`, '{"collector":5}');
    const shelf = createOutboxShelf(storage);
    shelf.put(entry(1));
    expect(shelf.list('c')).to.deep.equal([entry(1)]);
  });
});
