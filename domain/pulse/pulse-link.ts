import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context';

const idBytes = 16;
const sealBytes = 16;

/**
 * The token of a personal link is the invitation's id with a seal by the product's secret. The home page and each
 * reminder can give the same link, while the database holds nothing that opens a page: a copy of it is not enough to
 * answer for somebody. A link opens the form and never what was answered.
 */
export function pulseToken(ctx: Context, invitationId: string): string {
  return Buffer.concat([
    Buffer.from(invitationId.replaceAll('-', ''), 'hex'),
    sealOf(ctx, invitationId),
  ]).toString('base64url');
}

/** The invitation that a token stands for; undefined when the product did not make it. */
export function readPulseToken(ctx: Context, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== idBytes + sealBytes) return undefined;
  const invitationId = bytes
    .subarray(0, idBytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(bytes.subarray(idBytes), sealOf(ctx, invitationId))
    ? invitationId
    : undefined;
}

function sealOf(ctx: Context, invitationId: string): Buffer {
  return createHmac('sha256', ctx.config.secret)
    .update(`pulse-invitation:${invitationId}`)
    .digest()
    .subarray(0, sealBytes);
}

/** The address of the page on which the invited person answers. */
export function pulsePath(ctx: Context, invitationId: string): string {
  return `/p/${pulseToken(ctx, invitationId)}`;
}
