const told = new Set<string>();
/** A page that fails again and again has said enough. */
const mostTold = 10;

/** The browser's own complaints about layout, and what was given up on purpose. */
const harmless = /^ResizeObserver loop|^AbortError/;

/** Tells the server, once for each, what went wrong in this browser; the server writes it down. */
export function reportBrowserError(error: unknown, requestId?: string): void {
  const {
    name = 'Error',
    message = String(error),
    stack = '',
  } = error instanceof Error || error instanceof DOMException ? error : {};
  const words = name === 'Error' ? message : `${name}: ${message}`;
  const key = `${words} ${stack}`;
  if (harmless.test(words) || told.has(key) || told.size >= mostTold) return;
  told.add(key);
  const body = new URLSearchParams({
    message: words.slice(0, 500),
    stack: stack.slice(0, 4_000),
    page: location.pathname.slice(0, 300),
    ...(requestId ? { requestId } : {}),
  });
  // Nothing can be done about a report that does not arrive.
  fetch('/browser-errors', { method: 'POST', body, keepalive: true }).catch(() => undefined);
}
