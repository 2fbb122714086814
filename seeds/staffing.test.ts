import { describe, expect, it } from 'vitest';
import { addDays } from './days';
import { departmentCodeOn, managerIdOn } from './demo-directory';
import { seedRandom } from './seed-random';
import { drawStaff } from './staffing';

const today = '2026-11-16';
const staff = drawStaff(seedRandom('organisation'), today);
const byId = new Map(staff.employees.map((employee) => [employee.id, employee]));
const current = staff.employees.filter(({ leftOn }) => leftOn === null);

describe('the people of the demo organisation', () => {
  it('are about 400 in 24 departments over three levels', () => {
    expect(current.length).toBeGreaterThan(380);
    expect(current.length).toBeLessThan(420);
    expect(staff.departments).toHaveLength(24);
    expect(new Set(staff.departments.map(({ level }) => level))).toEqual(new Set([0, 1, 2]));
  });

  it('are the same whenever they are drawn for the same day', () => {
    expect(drawStaff(seedRandom('organisation'), today)).toEqual(staff);
  });

  it('each have their own number, mail address and name', () => {
    for (const key of ['number', 'mail', 'id', 'name'] as const) {
      expect(new Set(staff.employees.map((employee) => employee[key])).size).toBe(
        staff.employees.length,
      );
    }
  });

  it('work somewhere, for somebody who works there too, on every day since they were hired', () => {
    const [top] = current.filter((employee) => employee.reportingLines.length === 0);
    expect(top).toBe(staff.cast.executive);
    for (const employee of staff.employees) {
      const last = employee.leftOn ? addDays(employee.leftOn, -1) : today;
      for (const day of [employee.hiredOn, ...employee.memberships.map(({ from }) => from), last]) {
        expect(departmentCodeOn(employee, day), `${employee.number} on ${day}`).toBeDefined();
        if (employee === top) continue;
        const manager = byId.get(managerIdOn(employee, day) ?? '');
        expect(manager, `${employee.number} on ${day}`).toBeDefined();
        expect(manager!.hiredOn <= day && manager!.leftOn === null).toBe(true);
      }
    }
  });

  it('never hold two places or report to two people at once', () => {
    for (const { memberships, reportingLines } of staff.employees) {
      for (const periods of [memberships, reportingLines]) {
        periods.slice(1).forEach((period, index) => expect(period.from).toBe(periods[index]!.to));
      }
    }
  });

  it('include everyone whom the demo accounts stand for', () => {
    const { manager, employee, employee2, headOfStores } = staff.cast;
    const reports = current.filter((person) => managerIdOn(person, today) === manager.id);
    expect(reports.length).toBeGreaterThanOrEqual(6);
    expect(reports).toEqual(expect.arrayContaining([employee, employee2]));
    expect(staff.departments.find(({ code }) => code === 'STORES')?.headEmployeeId).toBe(
      headOfStores.id,
    );
  });
});
