import { describe, expect, it } from 'vitest';
import { planColumns, readPersonRow } from './person-row';

const header = [
  'Employee No.',
  'Name',
  'E-mail',
  'Department',
  'Manager',
  'Hire date',
  'From',
  'Shoe size',
];
const plan = planColumns(header);
const read = (...cells: string[]) => readPersonRow(cells, plan);
const problemsOf = (...cells: string[]) => {
  const result = read(...cells);
  return 'problems' in result ? result.problems.map(({ field, value }) => [field, value]) : [];
};

describe('a file of people', () => {
  it('is understood by its headings, and says what it ignores', () => {
    expect(plan).toMatchObject({
      missing: [],
      ignored: ['Shoe size'],
      indexes: { employeeNumber: 0, from: 6 },
    });
    expect(planColumns(['工号', '姓名', '部门代码', '上级工号', '入职日期']).missing).toEqual([]);
    expect(planColumns(['Name', 'Town']).missing).toEqual(['employeeNumber', 'departmentCode']);
  });

  it('gives what a row says, with days in any writing that begins with the year', () => {
    expect(read('A1', ' 陈嘉怡 ', '', 'SALES', 'A0', '2026年3月5日', '2026/3/12', '38')).toEqual({
      person: {
        employeeNumber: 'A1',
        fullName: '陈嘉怡',
        email: null,
        locale: null,
        departmentCode: 'SALES',
        positionTitle: '',
        managerNumber: 'A0',
        hiredOn: '2026-03-05',
        from: '2026-03-12',
      },
    });
  });

  it('names everything that is wrong with a row, by the file’s own headings', () => {
    expect(problemsOf('A1', '', 'nobody', 'SALES', 'A1', '03/04/2026', '2026-02-30')).toEqual([
      ['Name', ''],
      ['E-mail', 'nobody'],
      ['Hire date', '03/04/2026'],
      ['From', '2026-02-30'],
      ['Manager', 'A1'],
    ]);
    expect(problemsOf('A1', 'Ann', '', 'SALES', '', '2026-03-05', '2026-03-04')).toEqual([
      ['From', '2026-03-04'],
    ]);
    expect(problemsOf('A1', 'Ann', '', 'SALES', '', '', '', '38', 'more')).toEqual([['', 'more']]);
    expect(problemsOf('A1', 'A\u0000nn', '', 'SALES')).toEqual([['Name', 'A\u0000nn']]);
  });
});
