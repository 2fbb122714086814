/** Where to go after signing in: only into this site, never to an address that someone put into a link. */
export function safeTarget(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/';
  const url = new URL(value, 'http://this.site');
  return url.origin === 'http://this.site' ? url.pathname + url.search : '/';
}
