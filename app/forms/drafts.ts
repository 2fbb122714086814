/** What somebody typed into a form and did not send, kept in the tab until it is sent, thrown away or signed out from. */
export interface Draft {
  /** The revision of what the form was opened with. */
  revision: string;
  fields: [name: string, value: string][];
}

const prefix = 'draft:';

/** Keeps drafts of each person apart; a page and its form name the draft. */
export function draftKey(viewerId: string, path: string, formId: string): string {
  return `${prefix}${viewerId}:${path}:${formId}`;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A browser may refuse its store, or find it full: that only costs the draft. */
function attempt<R>(work: () => R): R | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export function storeDraft(store: Store, key: string, draft: Draft): void {
  attempt(() => store.setItem(key, JSON.stringify(draft)));
}

export function findDraft(store: Store, key: string): Draft | undefined {
  return attempt(() => JSON.parse(store.getItem(key) ?? 'null') as Draft | null) ?? undefined;
}

export function dropDraft(store: Store, key: string): void {
  attempt(() => store.removeItem(key));
}

let justSent: { key: string; draft: Draft } | undefined;

/** Drops the draft of a form that went away after it was sent; `recallDraft` brings it back where that ended in an error. */
export function dropSentDraft(store: Store, key: string): void {
  const draft = findDraft(store, key);
  justSent = draft && { key, draft };
  dropDraft(store, key);
}

/** What was sent is not stored after all. */
export function recallDraft(store: Store): void {
  if (justSent) storeDraft(store, justSent.key, justSent.draft);
  justSent = undefined;
}

/** Leaves nothing of anybody but this person; of nobody when somebody signs out. */
export function dropDraftsOfOthers(store: Store, viewerId: string | null): void {
  justSent = undefined;
  attempt(() => {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    const own = viewerId === null ? undefined : `${prefix}${viewerId}:`;
    for (const key of keys) {
      if (key.startsWith(prefix) && !(own && key.startsWith(own))) store.removeItem(key);
    }
  });
}
