import type { AppLoadContext } from '@remix-run/node';

import type { Role } from '../../server/load-context.server';

/**
 * A form for those who could not send it would only disappoint: it looks absent to them, like all that one may not see.
 * What may be changed by whom is decided again by the schema.
 */
export function requireRole(context: AppLoadContext, roles: readonly Role[]): void {
  if (!roles.some((role) => context.viewer?.roles.includes(role))) {
    throw new Response(null, { status: 404, statusText: 'Not Found' });
  }
}
