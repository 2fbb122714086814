import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { isWithin, navigation, navigationFor, phoneBar } from './navigation';

const pathsOf = (entries: readonly { to: string }[]) => entries.map(({ to }) => to);

describe('the navigation', () => {
  it('shows an administrator settings and no feedback', () => {
    const paths = pathsOf(navigationFor(['administrator']));
    expect(paths).toContain('/settings');
    expect(paths).not.toContain('/feedback');
  });

  it('adds up what several roles see', () => {
    const paths = pathsOf(navigationFor(['analyst', 'employee']));
    expect(paths).toEqual(expect.arrayContaining(['/imports', '/pulse']));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('begins with home for everybody', () => {
    expect(pathsOf(navigationFor([]))).toEqual(['/']);
  });
});

describe('the place that a page belongs to', () => {
  const placesOf = (pathname: string) =>
    pathsOf(navigation.filter((entry) => isWithin(entry, pathname)));

  it.each([
    ['/', '/'],
    ['/review-cycles', '/reviews'],
    ['/review-templates/new', '/reviews'],
    ['/journeys/purchase', '/feedback'],
    ['/departments/new', '/settings'],
    ['/people/import', '/people'],
  ])('of %s is %s', (pathname, place) => {
    expect(placesOf(pathname)).toEqual([place]);
  });

  it('is found for every page but those of the person and the search', () => {
    const own = [
      '$',
      'account',
      'forgot-password',
      'preferences',
      'search',
      'sign-in',
      'sign-out',
      'welcome',
    ];
    const sections = readdirSync(new URL('routes', import.meta.url))
      .map((route) => route.replace(/[.[].*/, ''))
      .filter((section) => !own.includes(section));
    const lost = sections.filter(
      (section) => placesOf(section === '_index' ? '/' : `/${section}`).length !== 1,
    );
    expect(lost).toEqual([]);
  });
});

describe('the bar of a phone', () => {
  it('has all places when there are five at most', () => {
    const entries = navigationFor(['employee']);
    expect(phoneBar(entries)).toEqual({ bar: entries, more: [] });
  });

  it('has the four most used in the order of the navigation, and the rest behind them', () => {
    const entries = navigationFor(['executive', 'hr', 'analyst', 'administrator', 'employee']);
    const { bar, more } = phoneBar(entries);
    expect(bar).toHaveLength(4);
    expect(bar[0]?.to).toBe('/');
    expect([...pathsOf(bar), ...pathsOf(more)].sort()).toEqual(pathsOf(entries).sort());
  });
});
