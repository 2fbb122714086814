import { describe, expect, it } from 'vitest';
import {
  canMove,
  canWrite,
  isVisibleToEmployee,
  reviewSteps,
  stepsOfNewCycle,
  transitions,
} from './review-step';

describe('the steps of a review', () => {
  it('only ever lead to a later step, except that a manager may take a submission back', () => {
    for (const [name, { from, to }] of Object.entries(transitions)) {
      expect(reviewSteps.indexOf(to) > reviewSteps.indexOf(from), name).toBe(name !== 'withdraw');
    }
  });

  it('lead from goals to closed through every step of a new cycle', () => {
    const path = ['startManagerReview', 'submit', 'share', 'acknowledge'] as const;
    expect(['goals', ...path.map((name) => transitions[name].to)]).toEqual([...stepsOfNewCycle]);
  });

  it.each([
    ['submit', 'manager_review', 'manager', true],
    ['submit', 'manager_review', 'hr', false],
    ['submit', 'manager_review', 'employee', false],
    ['submit', 'goals', 'manager', false],
    ['share', 'manager_review', 'manager', false],
    ['share', 'share', 'manager', true],
    ['share', 'acknowledge', 'manager', false],
    ['acknowledge', 'share', 'employee', false],
    ['acknowledge', 'acknowledge', 'employee', true],
    ['acknowledge', 'acknowledge', 'manager', false],
    ['close', 'acknowledge', 'hr', true],
    ['close', 'share', 'hr', false],
  ] as const)('allow to %s at %s by the %s: %s', (transition, step, party, allowed) => {
    expect(canMove(transition, step, party)).toBe(allowed);
  });

  it('show nothing to the employee before sharing, and keep showing it afterwards', () => {
    const sharedAt = new Date('2026-11-16T09:00:00Z');
    const seen = reviewSteps.filter((step) => isVisibleToEmployee({ step, sharedAt }));
    expect(seen).toEqual(['acknowledge', 'appeal', 'closed']);
    expect(reviewSteps.some((step) => isVisibleToEmployee({ step, sharedAt: null }))).toBe(false);
  });

  it('let the manager write while goals are set and while the review is written', () => {
    expect(reviewSteps.filter(canWrite)).toEqual(['goals', 'manager_review']);
  });
});
