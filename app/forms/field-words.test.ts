import { describe, expect, it } from 'vitest';
import { type FormWords, shownDifferences } from './field-words';

const numbered = ({ label, number }: { label: string; number: number }) => `${label} (${number})`;
const shown = (mine: unknown, theirs: unknown, words: FormWords) =>
  shownDifferences({ mine, theirs, words }, numbered);

describe('what differs between two texts of a form', () => {
  it('is said in the words of the form, a choice by its name', () => {
    const words = {
      name: 'Name',
      place: { label: 'Department', choices: [{ value: 'd1', label: '  Stores' }] },
    };
    expect(shown({ name: 'A', place: 'd1' }, { name: 'B', place: 'd2' }, words)).toEqual([
      { name: 'name', label: 'Name', mine: 'A', theirs: 'B', value: 'B', isInForm: true },
      {
        name: 'place',
        label: 'Department',
        mine: 'Stores',
        theirs: 'd2',
        value: 'd2',
        isInForm: true,
      },
    ]);
  });

  it('names the row, also one that only the other text has, and no id', () => {
    const mine = { goals: [{ goalId: 'a', title: 'One' }] };
    const theirs = {
      goals: [
        { goalId: 'b', title: 'Uno' },
        { goalId: 'c', title: 'Two' },
      ],
    };
    expect(shown(mine, theirs, { 'goals[].title': 'Goal' })).toMatchObject([
      { label: 'Goal (1)', mine: 'One', theirs: 'Uno', isInForm: true },
      { label: 'Goal (2)', mine: '', theirs: 'Two', isInForm: false },
    ]);
  });

  it('calls a row by a name of its own where it has one', () => {
    const words = { 'ratings[0].remark': 'Teamwork › Remark', 'ratings[].remark': 'Remark' };
    const theirs = { ratings: [{ remark: 'x' }, { remark: 'y' }] };
    expect(shown({}, theirs, words).map(({ label }) => label)).toEqual([
      'Teamwork › Remark',
      'Remark (2)',
    ]);
  });
});
