import type { Request, RequestHandler, Response } from 'express';

import type { Refuse } from './request-refusal';

export interface BodyRule {
  /** Bytes. */
  largest: number;
  /** The media types that the address reads. */
  types: readonly string[];
  /** Every 30 seconds at least this many bytes have to arrive; without it the whole of the body has to. */
  paceBytes?: number;
}

const form = 'application/x-www-form-urlencoded';
const kilobyte = 1024;

/**
 * By the first address that fits. Only files are large, and only where files are taken: those two addresses look at who
 * sends before they read, and bound the file by themselves, with words of their own.
 */
export const bodyRules: readonly (readonly [RegExp, BodyRule])[] = [
  [
    /^\/uploads\/(feedback|people)\/?$/,
    { largest: Infinity, types: ['multipart/form-data'], paceBytes: 30 * kilobyte },
  ],
  [/^\/graphql\/?$/, { largest: kilobyte ** 2, types: [] }],
  [/^\/[fp]\//, { largest: 64 * kilobyte, types: [form] }],
  [/^/, { largest: kilobyte ** 2, types: [form] }],
];

export const bodyLimits = {
  /** Fields of one form. */
  fields: 2_000,
  patienceMs: 30_000,
  /** How long a sender may go on after it was refused, so that it gets to read the answer. */
  drainMs: 5_000,
} as const;

const ampersand = 0x26;

/**
 * Bounds what a request brings with it, before any parser sees it: by its own word where it says how long it is, else
 * while it comes in. Nothing is gathered here, so that what is refused costs no memory however much of it is sent.
 */
export function limitBodies(
  refuse: Refuse,
  { patienceMs, drainMs }: { patienceMs: number; drainMs: number } = bodyLimits,
): RequestHandler {
  return (request, response, next) => {
    const rule = ruleOf(request);
    if (!hasBody(request)) {
      // A form without a field is still a form: code that reads one fails at what is none.
      if (request.method === 'POST' && !isTaken(request, rule)) refuse(request, response, 415);
      else next();
      return;
    }
    const gate = holdBack(request, { rule, onExcess: () => turnAway(413) });
    const turnAway = (status: 408 | 413 | 415) => {
      gate.shut();
      refuse(request, response, status);
      const end = setTimeout(() => request.destroy(), drainMs);
      end.unref();
      request.once('close', () => clearTimeout(end));
    };
    if (Number(request.headers['content-length'] ?? 0) > rule.largest) {
      turnAway(413);
      return;
    }
    if (request.method === 'POST' && !isTaken(request, rule)) {
      turnAway(415);
      return;
    }
    watchPace(request, response, {
      rule,
      patienceMs,
      received: gate.received,
      late: () => turnAway(408),
    });
    next();
  };
}

export function isTooLong(request: Pick<Request, 'headers' | 'url'>): boolean {
  return Number(request.headers['content-length'] ?? 0) > ruleOf(request).largest;
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isTaken({ headers }: Request, { types }: BodyRule): boolean {
  return types.length === 0 || types.includes(mediaTypeOf(headers['content-type']));
}

function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]!.trim().toLowerCase();
}

function ruleOf({ url }: Pick<Request, 'url'>): BodyRule {
  const path = url.split('?')[0] ?? '';
  const found = bodyRules.find(([address]) => address.test(path));
  if (!found) throw new TypeError('The last rule fits every address');
  return found[1];
}

/** Counts what arrives. Shut, it lets nothing through, and the end of the body ends the request. */
function holdBack(request: Request, { rule, onExcess }: { rule: BodyRule; onExcess: () => void }) {
  const push = request.push.bind(request);
  const isForm = mediaTypeOf(request.headers['content-type']) === form;
  let received = 0;
  let fields = 1;
  let isShut = false;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (isShut) {
      if (chunk === null) setImmediate(() => request.destroy());
      return true;
    }
    if (chunk !== null) {
      received += chunk.length;
      if (isForm) fields += count(chunk, ampersand);
      if (received > rule.largest || fields > bodyLimits.fields) {
        onExcess();
        return true;
      }
    }
    return push(chunk, encoding);
  };
  return { received: () => received, shut: () => (isShut = true) };
}

function count(chunk: Buffer, byte: number): number {
  let found = 0;
  for (let at = chunk.indexOf(byte); at !== -1; at = chunk.indexOf(byte, at + 1)) found += 1;
  return found;
}

interface Pace {
  rule: BodyRule;
  patienceMs: number;
  received: () => number;
  late: () => void;
}

function watchPace(
  request: Request,
  response: Response,
  { rule, patienceMs, received, late }: Pace,
) {
  let before = 0;
  const timer = setInterval(() => {
    const isOver = request.complete || response.writableEnded || request.destroyed;
    const keepsPace = rule.paceBytes !== undefined && received() - before >= rule.paceBytes;
    before = received();
    if (!isOver && keepsPace) return;
    clearInterval(timer);
    if (!isOver) late();
  }, patienceMs);
  timer.unref();
  request.once('close', () => clearInterval(timer));
}
