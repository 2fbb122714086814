import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLInputObjectType, getNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';

/** What changes something that is there without saying which text it replaces, each with its reason. */
const without: Record<string, string> = {
  changePassword: 'asks for the password that it replaces',
  savePreferences: 'one’s own switches, each press a whole choice',
};

const schema = buildSchema(readFileSync('graphql/schema.graphql', 'utf8'));

describe('a mutation that stores the text of an editor', () => {
  it('takes the revision with which the editor was opened', () => {
    const editors = Object.values(schema.getMutationType()!.getFields()).filter(({ name }) =>
      /^(save|update|set|move|transfer|change|rename|edit|map|match|end|choose|read|commit)[A-Z]/.test(
        name,
      ),
    );
    const blind = editors.filter(({ args }) => {
      const input = args.find(({ name }) => name === 'input')!;
      return !('revision' in (getNamedType(input.type) as GraphQLInputObjectType).getFields());
    });
    expect(editors.length).toBeGreaterThan(10);
    expect(blind.map(({ name }) => name).sort()).toEqual(Object.keys(without).sort());
  });
});
