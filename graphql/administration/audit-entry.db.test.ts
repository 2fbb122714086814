import { describe, expect, it } from 'vitest';
import { recordAuditEntry } from '../../domain/privacy';
import { newId } from '../../platform/ids';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';

const database = useDatabase();

const Entries = `query { auditEntries(first: 10) { edges { node { action subjectId subjectName } } } }`;

interface Log {
  auditEntries: { edges: { node: { subjectId: string | null; subjectName: string | null } }[] };
}

describe('the audit log through the API', () => {
  it('names the people and departments that entries are about, and says nothing of what is gone', async () => {
    const administrator = actAs(database.db, aViewer({ roles: ['administrator'] }));
    const departmentId = await aDepartment(database.db, { nameEn: 'Camden store' });
    const employeeId = await anEmployee(database.db, { fullName: 'Ada', departmentId });
    const subjects = [
      { action: 'department.update', subjectType: 'Department', subjectId: departmentId },
      { action: 'employee.update', subjectType: 'Employee', subjectId: employeeId },
      { action: 'employee.update', subjectType: 'Employee', subjectId: newId() },
      { action: 'identity.sign_in_refused', subjectType: 'UserAccount', subjectId: null },
      { action: 'job.retry', subjectType: 'Job', subjectId: '17' },
    ] as const;
    for (const subject of subjects) await recordAuditEntry(administrator.ctx, subject);
    const log = await administrator.query<Log>(Entries, {});
    const named = new Map(
      log.auditEntries.edges.map(({ node }) => [node.subjectId, node.subjectName]),
    );
    expect(named).toEqual(
      new Map([
        [departmentId, 'Camden store'],
        [employeeId, 'Ada'],
        [subjects[2].subjectId, null],
        [null, null],
        ['17', null],
      ]),
    );
  });
});
