import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../../platform/project-root';

const routesFolder = join(projectRoot, 'app', 'routes');

/** The routes that draw a page, by the name of their folder; the others answer with a file or lead elsewhere. */
export function pagesOfThePortal(): string[] {
  return readdirSync(routesFolder).filter((route) => {
    const file = join(routesFolder, route, 'route.tsx');
    return existsSync(file) && /^export default /m.test(readFileSync(file, 'utf8'));
  });
}

/** `people.$employeeId._index` → `/people/$employeeId`; an address stays one. */
export function addressOf(route: string): string {
  if (route === '$') return '/no/such/page';
  if (route.startsWith('/')) return route;
  return `/${route
    .split('.')
    .filter((part) => part !== '_index')
    .join('/')}`;
}

/** The address of a page; of a page with a key in it, the first that the pages before have led to. */
export function addressFor(route: string, linked: ReadonlySet<string>): string | undefined {
  const address = addressOf(route);
  if (!address.includes('$')) return address;
  const parts = address.split('/');
  const fixed = new Set(pagesOfThePortal().map(addressOf));
  return [...linked].find((link) => {
    const given = link.split('/');
    return (
      !fixed.has(link) &&
      !/\.|\/new$/.test(link) &&
      given.length === parts.length &&
      parts.every((part, index) => part.startsWith('$') || part === given[index])
    );
  });
}
