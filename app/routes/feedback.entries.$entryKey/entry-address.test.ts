import { describe, expect, it } from 'vitest';
import { entryAddress, readEntryKey } from './entry-address';

const place = {
  feedbackId: '0199c0de-0000-7000-8000-000000000001',
  occurredAt: '2026-03-01T12:00:00.250Z',
};

describe('the address of one feedback', () => {
  it('names its id and its moment', () => {
    expect(readEntryKey(entryAddress(place).split('/').at(-1)!)).toEqual(place);
  });

  it.each(['', 'x', place.feedbackId, `-${place.feedbackId}`, `9${'9'.repeat(14)}9-x`])(
    '%j names nothing',
    (key) => {
      expect(readEntryKey(key)).toBeUndefined();
    },
  );
});
