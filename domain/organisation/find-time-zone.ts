import type { Context } from '../context';
import { selectTimeZone } from './organisation-store';

/** The organisation's zone as it is now: it may have changed since a long piece of work began. */
export async function findTimeZone({
  db,
  organisation,
}: Pick<Context, 'db' | 'organisation'>): Promise<string> {
  return (await selectTimeZone(db)) ?? organisation.timeZone;
}
