import { getIntrospectionQuery, parse, validate, visit } from 'graphql';
import { describe, expect, it } from 'vitest';

import { schema } from '../graphql/schema';
import documents from '../graphql/persisted-documents.json';
import {
  bombs,
  randomDocument,
  seededRandom,
  spreadingFragments,
} from '../test/factories/graphql-bomb';
import {
  asksForSchema,
  asksForSchemaOnly,
  measureDocument,
  parseWithinLimits,
} from './graphql-limits';

describe('a document that would cost more than it is long', () => {
  it.each(Object.keys(bombs))('is refused before any rule looks at it: %s', (name) => {
    expect(() => parseWithinLimits(bombs[name]!)).toThrow(/^The query |within itself/);
  });

  it('is measured by looking at each of its selections once', () => {
    const document = parse(spreadingFragments(200, 4));
    const { size, looked } = measureDocument(document);
    expect(size.selections).toBeGreaterThan(1e100);
    expect(looked).toBe(201 * 4 - 3);
  });

  it('is measured within its own length, whatever it is', () => {
    const random = seededRandom(11);
    for (let n = 0; n < 300; n++) {
      const document = parse(randomDocument(random));
      let selections = 0;
      visit(document, {
        SelectionSet: (set) => {
          selections += set.selections.length;
        },
      });
      expect(measureDocument(document).looked).toBeLessThanOrEqual(selections);
    }
  });
});

describe('a document that somebody needs', () => {
  it('passes when it is one of our own pages', () => {
    for (const text of Object.values(documents)) {
      expect(validate(schema, parseWithinLimits(text))).toEqual([]);
    }
  });

  it('passes when it asks for the whole schema', () => {
    const document = parseWithinLimits(getIntrospectionQuery());
    expect(asksForSchemaOnly(document)).toBe(true);
    expect(validate(schema, document)).toEqual([]);
  });
});

describe('whether a document asks for the schema', () => {
  it.each([
    ['{ __typename }', false, true],
    ['{ __schema { types { name } } }', true, true],
    ['{ departments { name } }', false, false],
    ['{ departments { name } __type(name: "Query") { name } }', true, false],
    ['{ ...A } fragment A on Query { __schema { types { name } } }', true, false],
    ['mutation { signOutEverywhere { __typename } }', false, false],
  ])('%s', (text, asks, asksForNothingElse) => {
    expect(asksForSchema(parse(text))).toBe(asks);
    expect(asksForSchemaOnly(parse(text))).toBe(asksForNothingElse);
  });
});
