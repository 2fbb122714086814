import { describe, expect, it } from 'vitest';
import { stepOf } from './import-step';

describe('the step of an import that a page shows', () => {
  it.each([
    ['UPLOADED', null, 'columns'],
    ['PROFILED', null, 'departments'],
    ['PROFILED', 'columns', 'columns'],
    ['PROFILED', 'check', 'departments'],
    ['CHECKED', 'departments', 'departments'],
    ['CHECKED', 'upload', 'check'],
    ['CHECKING', 'columns', 'check'],
    ['DONE', 'columns', 'store'],
    ['FAILED', null, 'columns'],
    ['TAKING_BACK', 'columns', 'store'],
    ['TAKEN_BACK', null, 'store'],
    ['TAKEN_BACK', 'columns', 'columns'],
    ['TAKEN_BACK', 'departments', 'columns'],
  ])('is, at %s with %s asked for, %s', (status, wanted, step) => {
    expect(stepOf(status, wanted)).toBe(step);
  });
});
