import { createHash, createHmac } from 'node:crypto';
import type { Context } from '../context';

/**
 * The token of a personal link follows from the invitation and the product's secret, so that the home page and each
 * reminder can give the same link while the database holds only its hash: a copy of the database opens no page.
 * It opens the form and nothing that was answered.
 */
export function pulseToken(ctx: Context, invitationId: string): string {
  return createHmac('sha256', ctx.config.secret)
    .update(`pulse-invitation:${invitationId}`)
    .digest()
    .subarray(0, 24)
    .toString('base64url');
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The address of the page on which the invited person answers. */
export function pulsePath(ctx: Context, invitationId: string): string {
  return `/p/${pulseToken(ctx, invitationId)}`;
}
