import { describe, expect, it } from 'vitest';
import { differencesBetween, fieldValues } from './field-values';

describe('the texts of a form', () => {
  it('go by the names of their fields', () => {
    const data = { summary: 'Good', goals: [{ title: 'One', weight: 40 }], hasComments: undefined };
    expect(fieldValues({ ...data, revision: '3', do: 'save' })).toEqual({
      summary: 'Good',
      'goals[0].title': 'One',
      'goals[0].weight': '40',
    });
    expect(fieldValues(null)).toEqual({});
  });

  it('differ where the words do, not where only the ends of lines or an absent field do', () => {
    const mine = { summary: 'One\r\ntwo', note: '', goals: [{ title: 'Mine' }] };
    const theirs = { summary: 'One\ntwo ', goals: [{ title: 'Theirs' }, { title: 'More' }] };
    expect(differencesBetween(mine, theirs).differences).toEqual([
      { name: 'goals[0].title', mine: 'Mine', theirs: 'Theirs' },
      { name: 'goals[1].title', mine: '', theirs: 'More' },
    ]);
  });
});
