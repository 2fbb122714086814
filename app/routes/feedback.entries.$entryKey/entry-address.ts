/** Facts lie by the month of their moment, so what names one says both: milliseconds since 1970, and the id. */
interface EntryPlace {
  feedbackId: string;
  occurredAt: string;
}

/** The page of one feedback. */
export function entryAddress({ feedbackId, occurredAt }: EntryPlace): string {
  return `/feedback/entries/${Date.parse(occurredAt)}-${feedbackId}`;
}

/** What a key in an address names; undefined where it is none. */
export function readEntryKey(key: string): EntryPlace | undefined {
  const [, moment, feedbackId] = /^(-?\d{1,15})-([0-9a-f-]{36})$/i.exec(key) ?? [];
  const occurredAt = new Date(Number(moment));
  if (feedbackId === undefined || Number.isNaN(occurredAt.getTime())) return undefined;
  return { feedbackId, occurredAt: occurredAt.toISOString() };
}
