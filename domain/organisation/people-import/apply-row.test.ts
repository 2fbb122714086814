import { describe, expect, it } from 'vitest';
import { applyRow, type PersonState, type Surroundings } from './apply-row';
import type { PersonRow } from './person-row';

const around: Surroundings = {
  today: '2026-11-16',
  departments: new Map([
    ['SALES', { departmentId: 'sales', isArchived: false }],
    ['SERVICE', { departmentId: 'service', isArchived: false }],
    ['OLD', { departmentId: 'old', isArchived: true }],
  ]),
  colleagues: new Map([
    ['M1', { hiredOn: '2020-01-01', leftOn: null }],
    ['M2', { hiredOn: '2020-01-01', leftOn: '2026-01-01' }],
  ]),
  emailOwners: new Map([['kim@example.org', { employeeNumber: 'A9', fullName: 'Kim' }]]),
  defaultLocale: 'zh',
};
const nobody: PersonState = { employee: null, placements: [], managers: [] };
const row = (facts: Partial<PersonRow> = {}): PersonRow => ({
  employeeNumber: 'A1',
  fullName: 'Ann',
  email: null,
  locale: null,
  departmentCode: 'SALES',
  positionTitle: 'Adviser',
  managerNumber: 'M1',
  hiredOn: '2024-01-08',
  from: null,
  ...facts,
});

function created(): PersonState {
  const result = applyRow(nobody, row(), around);
  if (result.outcome === 'rejected') throw new Error('The first row is good.');
  return result.state;
}

describe('a row about a person', () => {
  it('brings someone new from the day of hiring on', () => {
    expect(applyRow(nobody, row(), around)).toMatchObject({
      outcome: 'created',
      state: {
        employee: { locale: 'zh' },
        placements: [{ from: '2024-01-08', to: null, value: { departmentId: 'sales' } }],
        managers: [{ from: '2024-01-08', to: null, value: { managerNumber: 'M1' } }],
      },
    });
  });

  it('changes nothing when it comes again', () => {
    expect(applyRow(created(), row(), around).outcome).toBe('unchanged');
  });

  it('moves someone from its day on and keeps what was before', () => {
    expect(
      applyRow(created(), row({ departmentCode: 'SERVICE', from: '2026-04-01' }), around),
    ).toMatchObject({
      outcome: 'updated',
      state: {
        placements: [
          { from: '2024-01-08', to: '2026-04-01', value: { departmentId: 'sales' } },
          { from: '2026-04-01', to: null, value: { departmentId: 'service' } },
        ],
        managers: [{ from: '2024-01-08', to: null }],
      },
    });
  });

  it('does not take away a mail address or a language that it does not mention', () => {
    const known = applyRow(created(), row({ email: 'ann@example.org', locale: 'en' }), around);
    if (known.outcome === 'rejected') throw new Error('The row is good.');
    expect(applyRow(known.state, row(), around)).toMatchObject({
      outcome: 'unchanged',
      state: { employee: { email: 'ann@example.org', locale: 'en' } },
    });
  });

  it.each<[string, Partial<PersonRow>, string]>([
    ['an unknown department', { departmentCode: 'X' }, 'departmentCode'],
    ['an archived department', { departmentCode: 'OLD' }, 'departmentCode'],
    ['an unknown manager', { managerNumber: 'X' }, 'managerNumber'],
    ['a manager who has left', { managerNumber: 'M2', from: '2026-02-01' }, 'managerNumber'],
    ['somebody else’s mail address', { email: 'KIM@example.org' }, 'email'],
    ['a day before the day of hiring', { from: '2023-12-31' }, 'from'],
    ['no day of hiring for someone new', { hiredOn: null }, 'hiredOn'],
  ])('is refused for %s', (_name, facts, field) => {
    expect(applyRow(nobody, row(facts), around)).toMatchObject({
      outcome: 'rejected',
      problems: [{ field }],
    });
  });

  it('is refused when it would begin after the person left', () => {
    const left = { ...created() };
    const state = {
      ...left,
      employee: left.employee && { ...left.employee, leftOn: '2026-06-01' },
    };
    expect(applyRow(state, row({ from: '2026-07-01' }), around)).toMatchObject({
      problems: [{ field: 'from' }],
    });
  });

  it('takes somebody back who left, from the new day of hiring on, and keeps what was before', () => {
    const left: PersonState = {
      ...created(),
      employee: { ...created().employee!, leftOn: '2026-06-01' },
      placements: [
        {
          from: '2024-01-08',
          to: '2026-06-01',
          value: { departmentId: 'sales', positionTitle: 'Adviser' },
        },
      ],
      managers: [],
    };
    const back = row({ departmentCode: 'SERVICE', hiredOn: '2026-10-01' });
    const result = applyRow(left, back, around);
    expect(result).toMatchObject({
      outcome: 'rehired',
      state: {
        employee: { hiredOn: '2026-10-01', leftOn: null },
        earlier: [{ hiredOn: '2024-01-08', leftOn: '2026-06-01' }],
        placements: [
          { from: '2024-01-08', to: '2026-06-01', value: { departmentId: 'sales' } },
          { from: '2026-10-01', to: null, value: { departmentId: 'service' } },
        ],
      },
    });
    if (result.outcome === 'rejected') throw new Error('The row is good.');
    expect(applyRow(result.state, back, around).outcome).toBe('unchanged');
    // A list that still names the first day of all says nothing new.
    const old = row({ departmentCode: 'SERVICE', hiredOn: '2024-01-08' });
    expect(applyRow(result.state, old, around).outcome).toBe('unchanged');
    // Who comes back the day they leave was never away.
    expect(applyRow(left, row({ hiredOn: '2026-06-01' }), around)).toMatchObject({
      outcome: 'rehired',
      state: { employee: { hiredOn: '2024-01-08', leftOn: null }, earlier: [] },
    });
    // Nobody is taken back who has yet to leave.
    const leaving = { ...left, employee: { ...created().employee!, leftOn: '2026-12-01' } };
    expect(applyRow(leaving, row({ hiredOn: '2027-01-01' }), around).outcome).toBe('rejected');
  });

  it.each([
    [
      'moves its loader',
      'A1',
      row({ departmentCode: 'SERVICE', from: '2026-04-01' }),
      'departmentCode',
    ],
    ['makes its loader a manager', 'M3', row({ managerNumber: 'M3' }), 'managerNumber'],
    ['adds somebody under its loader', 'M1', row({ employeeNumber: 'A2' }), 'managerNumber'],
  ] as const)('is refused where it %s', (_what, uploaderNumber, given, field) => {
    const colleagues = new Map(around.colleagues).set('M3', {
      hiredOn: '2020-01-01',
      leftOn: null,
    });
    const before = given.employeeNumber === 'A1' ? created() : nobody;
    expect(applyRow(before, given, { ...around, colleagues })).not.toMatchObject({
      outcome: 'rejected',
    });
    expect(applyRow(before, given, { ...around, colleagues, uploaderNumber })).toMatchObject({
      outcome: 'rejected',
      problems: [{ field }],
    });
  });

  it('about its loader is good where their place stays', () => {
    const given = row({ email: 'ann@example.org' });
    expect(applyRow(created(), given, { ...around, uploaderNumber: 'A1' }).outcome).toBe('updated');
    expect(applyRow(created(), row(), { ...around, uploaderNumber: 'M1' }).outcome).toBe(
      'unchanged',
    );
  });
});
