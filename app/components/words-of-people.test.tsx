import { MantineProvider } from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { PageHeader } from './page-header';
import { Panel } from './panel';

const name = 'ליאת כהן';

const drawn = (element: ReactElement) =>
  renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);

describe('words of people keep their own direction', () => {
  it.each([
    ['as the title of a page', <PageHeader title={name} />, `<h1 dir="auto">${name}</h1>`],
    ['as the title of a panel', <Panel title={name}>.</Panel>, /<h2[^>]* dir="auto">ליאת/],
  ])('%s', (_place, element, expected) => {
    expect(drawn(element)).toMatch(expected);
  });
});
