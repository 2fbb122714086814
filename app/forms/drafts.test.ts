import { describe, expect, it } from 'vitest';
import {
  draftKey,
  dropDraft,
  dropDraftsOfOthers,
  dropSentDraft,
  findDraft,
  findDraftsOf,
  largestDraft,
  mostDrafts,
  recallDraft,
  settleSentDraft,
  storeDraft,
} from './drafts';

/** A browser's store in memory. */
function aStore() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

const ann = draftKey('ann', '/reviews/1', 'review');
const ben = draftKey('ben', '/reviews/1', 'review');
const draft = { revision: '3', fields: [['summary', 'Half written']] as [string, string][] };

describe('drafts', () => {
  it('come back to the person, page and form that they were typed by and into', () => {
    const store = aStore();
    storeDraft(store, ann, draft);
    expect(findDraft(store, ann)).toEqual(draft);
    expect(findDraft(store, ben)).toBeUndefined();
    expect(findDraft(store, draftKey('ann', '/reviews/2', 'review'))).toBeUndefined();
    dropDraft(store, ann);
    expect(findDraft(store, ann)).toBeUndefined();
  });

  it('leave when somebody else signs in, and all of them on signing out', () => {
    const store = aStore();
    store.setItem('something-else', 'kept');
    storeDraft(store, ann, draft);
    storeDraft(store, ben, draft);
    dropDraftsOfOthers(store, 'ben');
    expect(findDraft(store, ann)).toBeUndefined();
    expect(findDraft(store, ben)).toEqual(draft);
    dropDraftsOfOthers(store, null);
    expect(findDraft(store, ben)).toBeUndefined();
    expect(store.getItem('something-else')).toBe('kept');
  });

  it('go with a form that was stored, and come back where sending it ended in an error', () => {
    const store = aStore();
    storeDraft(store, ann, draft);
    dropSentDraft(store, ann);
    expect(findDraft(store, ann)).toBeUndefined();
    recallDraft(store);
    expect(findDraft(store, ann)).toEqual(draft);
    dropSentDraft(store, ann);
    dropDraftsOfOthers(store, null);
    recallDraft(store);
    expect(findDraft(store, ann)).toBeUndefined();
  });

  it('do not come back once a page has come that says nothing of an error', () => {
    const store = aStore();
    storeDraft(store, ann, draft);
    dropSentDraft(store, ann);
    settleSentDraft();
    recallDraft(store);
    expect(findDraft(store, ann)).toBeUndefined();
  });

  it('are bounded in size, where the one before stays, and in number, where the oldest goes', () => {
    const store = aStore();
    storeDraft(store, ann, draft, 1);
    const text = 'x'.repeat(largestDraft);
    storeDraft(store, ann, { revision: '3', fields: [['summary', text]] }, 2);
    expect(findDraft(store, ann)).toEqual(draft);
    for (let page = 0; page < mostDrafts; page += 1)
      storeDraft(store, draftKey('ann', `/reviews/other-${page}`, 'review'), draft, 3 + page);
    expect(findDraft(store, ann)).toBeUndefined();
    expect(store.length).toBe(mostDrafts);
    expect(findDraft(store, draftKey('ann', '/reviews/other-0', 'review'))).toEqual(draft);
  });

  it('are found by the page that they were typed into, and by its writer alone', () => {
    const store = aStore();
    storeDraft(store, ann, draft);
    storeDraft(store, draftKey('ann', '/reviews/12', 'review'), draft);
    expect(findDraftsOf(store, 'ann', '/reviews/1')).toEqual([draft]);
    expect(findDraftsOf(store, 'ben', '/reviews/1')).toEqual([]);
  });

  it('cost nothing but themselves where the browser refuses or holds nonsense', () => {
    const store = aStore();
    store.setItem(ann, '{');
    expect(findDraft(store, ann)).toBeUndefined();
    const full = {
      ...aStore(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => storeDraft(full, ann, draft)).not.toThrow();
  });
});
