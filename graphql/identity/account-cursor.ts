import { z } from 'zod';
import type { UserAccount } from '../../domain/identity';
import { cursorOf, placeOf } from '../../platform/list-cursor';

const accountPlace = z.tuple([z.string(), z.uuid()]);

export interface AccountCursor {
  displayName: string;
  userAccountId: string;
}

export function cursorOfAccount({ displayName, userAccountId }: UserAccount): string {
  return cursorOf([displayName, userAccountId]);
}

/** Reads what `cursorOfAccount` wrote. Throws InvalidInput for anything else. */
export function accountPlaceOf(cursor: string | null | undefined): AccountCursor | undefined {
  const place = placeOf(accountPlace, cursor);
  return place && { displayName: place[0], userAccountId: place[1] };
}
