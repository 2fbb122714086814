/** What somebody typed into a form and did not send, kept in the tab until it is sent, thrown away or signed out from. */
export interface Draft {
  /** The revision of what the form was opened with. */
  revision: string;
  fields: [name: string, value: string][];
  /** What the page calls the fields that hold words, by their names. */
  labels?: Record<string, string>;
}

const prefix = 'draft:';
/** Characters of one draft; the server takes no form that is larger than a megabyte. */
export const largestDraft = 256 * 1024;
/** Drafts in one tab; the one that was typed into longest ago goes first. */
export const mostDrafts = 20;

interface StoredDraft extends Draft {
  /** Milliseconds since 1970. */
  keptAt: number;
}

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

const draftKeys = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

const read = (store: Store, key: string) =>
  attempt(() => JSON.parse(store.getItem(key) ?? 'null') as StoredDraft | null) ?? undefined;

/** Where it has grown too large, the one before stays. */
export function storeDraft(store: Store, key: string, draft: Draft, keptAt = Date.now()): void {
  const text = JSON.stringify({ ...draft, keptAt } satisfies StoredDraft);
  if (text.length > largestDraft) return;
  attempt(() => {
    store.setItem(key, text);
    const ages = draftKeys(store).map((name) => ({ name, at: read(store, name)?.keptAt ?? 0 }));
    const newest = ages.sort((a, b) => b.at - a.at);
    for (const { name } of newest.slice(mostDrafts)) store.removeItem(name);
  });
}

export function findDraft(store: Store, key: string): Draft | undefined {
  const stored = read(store, key);
  if (!stored) return undefined;
  const { keptAt: _, ...draft } = stored;
  return draft;
}

/** The drafts of a page, whatever their form. */
export function findDraftsOf(store: Store, viewerId: string, path: string): Draft[] {
  const start = draftKey(viewerId, path, '');
  return (attempt(() => draftKeys(store)) ?? [])
    .filter((key) => key.startsWith(start))
    .flatMap((key) => findDraft(store, key) ?? []);
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

/** A page has come after what was sent, and it is none that says otherwise: it is stored. */
export function settleSentDraft(): void {
  justSent = undefined;
}

/** Leaves nothing of anybody but this person; of nobody when somebody signs out. */
export function dropDraftsOfOthers(store: Store, viewerId: string | null): void {
  justSent = undefined;
  attempt(() => {
    const own = viewerId === null ? undefined : `${prefix}${viewerId}:`;
    for (const key of draftKeys(store)) {
      if (!(own && key.startsWith(own))) store.removeItem(key);
    }
  });
}
