import { describe, expect, it } from 'vitest';
import { choiceField, choicesIn } from './department-choice-fields';

describe('the fields in which is chosen what a value stands for', () => {
  it('tell the value by their name, whatever it is made of', () => {
    const paths = [['North', 'Camden "1"'], ['a[0].b'], []];
    const form = new FormData();
    form.set('intent', 'departments');
    for (const path of paths) form.set(choiceField(path), 'create');
    expect(choicesIn(form)).toEqual(
      paths.map((path) => ({ path: JSON.stringify(path), choice: 'create' })),
    );
  });
});
