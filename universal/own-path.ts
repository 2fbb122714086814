const site = 'http://this.site';

/**
 * The path, search and hash of an address on this site; `/` for every address that a browser would resolve to another
 * one. What a browser makes of the answer is compared, not only what it makes of the question: `/.//other.example`
 * is a path of this site that becomes `//other.example`.
 */
export function ownPath(address: unknown): string {
  if (typeof address !== 'string' || !address.startsWith('/')) return '/';
  const asked = resolved(address);
  if (asked?.origin !== site) return '/';
  const path = asked.pathname + asked.search + asked.hash;
  return resolved(path)?.href === asked.href ? path : '/';
}

function resolved(address: string): URL | undefined {
  try {
    return new URL(address, site);
  } catch {
    return undefined;
  }
}
