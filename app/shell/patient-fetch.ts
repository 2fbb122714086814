import { notBegun, retryAfterSeconds } from '../../universal/try-again';

/** How it stands with what the page asks of the server. */
export type Patience =
  | { state: 'calm' }
  /** Nothing was done yet; it goes on by itself. */
  | { state: 'waiting' }
  /** Nobody knows whether it was stored: the person decides. */
  | { state: 'unsure'; sendAgain: () => void };

interface PatientParts {
  fetch: typeof fetch;
  /** Is told whenever it changes; several requests may wait at once. */
  tell: (patience: Patience) => void;
  pause: (milliseconds: number) => Promise<void>;
  origin: string;
}

/** What was not begun is sent again by itself so often, a minute long: later the person who entered it may be gone. */
const mostSendings = 24;

/** Pages are read again so often before the page says that it cannot be shown. */
const mostReads = 4;

/**
 * Asks the server as `fetch` does, and waits while it is away: the page stays as it is meanwhile, with everything that was
 * entered. What is only read is asked again by itself, and for a minute what was not begun, but for passwords; everything
 * else, such as what may have been stored, only when the person says so.
 */
export function patientFetch({ fetch, tell, pause, origin }: PatientParts): typeof fetch {
  const waiting = new Map<symbol, Patience>();
  const note = (request: symbol, patience: Patience | undefined) => {
    if (patience) waiting.set(request, patience);
    else if (!waiting.delete(request)) return;
    const all = [...waiting.values()];
    tell(all.find(({ state }) => state === 'unsure') ?? all[0] ?? { state: 'calm' });
  };

  return async (input, init) => {
    if (!isOfPage(input, origin)) return fetch(input, init);
    const request = Symbol('request');
    const isRead = methodOf(input, init) === 'GET';
    const ended = aborted(init?.signal);
    try {
      for (let asked = 1; ; asked += 1) {
        const answer = await fetch(input, init).catch((error: unknown) => {
          if (init?.signal?.aborted || !(error instanceof TypeError)) throw error;
          return undefined;
        });
        if (answer && !isAway(answer)) return answer;
        const isFromPage = answer?.headers.has('X-Remix-Response') ?? false;
        if (answer && isFromPage && isRead && asked >= mostReads) return answer;
        const mayGoAgain = answer?.headers.has(notBegun) && asked <= mostSendings;
        if (isRead || (mayGoAgain && !hasPassword(init?.body))) {
          note(request, { state: 'waiting' });
          await Promise.race([pause(retryAfterSeconds * 500), ended]);
        } else {
          await Promise.race([
            new Promise<void>((sendAgain) => note(request, { state: 'unsure', sendAgain })),
            ended,
          ]);
          note(request, { state: 'waiting' });
        }
      }
    } finally {
      note(request, undefined);
    }
  };
}

/** What pages read and send, and what they find out about each other. */
function isOfPage(input: RequestInfo | URL, origin: string): boolean {
  const url = new URL(input instanceof Request ? input.url : input, origin);
  return url.origin === origin && /\.data$|^\/__manifest$/.test(url.pathname);
}

function methodOf(input: RequestInfo | URL, init: RequestInit | undefined): string {
  const given = init?.method ?? (input instanceof Request ? input.method : 'GET');
  return given.toUpperCase();
}

/** Nobody is signed in by a page that was left alone. */
function hasPassword(body: unknown): boolean {
  const isForm = body instanceof URLSearchParams || body instanceof FormData;
  return isForm && [...body.keys()].some((name) => /password/i.test(name));
}

function isAway({ status }: Response): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** Rejects when the page wants something else instead. */
function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  ended.catch(() => undefined);
  return ended;
}
