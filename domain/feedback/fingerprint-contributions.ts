import { createHash } from 'node:crypto';
import { authorise } from '../access';
import type { Context } from '../context';
import { type ContributionScope, selectContributions } from './contribution-store';

/** How many responses a number was made from, and a fingerprint that tells whether they still say the same. */
export interface ContributionFingerprint {
  count: number;
  /** SHA-256 in hex over `id:score` of the responses in ascending order of their ids, with commas between them. */
  hash: string;
}

const hashOfNothing = createHash('sha256').update('').digest('hex');

/** The fingerprint of the responses behind a number, for each department asked for. */
export async function fingerprintContributions(
  ctx: Pick<Context, 'db' | 'viewer'>,
  scope: ContributionScope,
): Promise<Map<string, ContributionFingerprint>> {
  for (const departmentId of scope.departmentIds)
    authorise(ctx.viewer, 'read', 'Scorecard', { departmentId });
  const found = new Map(
    (await selectContributions(ctx.db, scope)).map((row) => [row.departmentId, row]),
  );
  return new Map(
    scope.departmentIds.map((id) => [
      id,
      { count: found.get(id)?.count ?? 0, hash: found.get(id)?.hash ?? hashOfNothing },
    ]),
  );
}
