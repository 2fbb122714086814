import { describe, expect, it } from 'vitest';
import type { Role } from '../../domain/access';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';

const database = useDatabase();
const as = (roles: Role[], facts = {}) => actAs(database.db, aViewer({ roles, ...facts }));

const People = `
  query People($filter: EmployeeFilter, $first: Int, $after: String) {
    employees(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { fullName managerName department { name memberCount } placements { from department { code } } reportingLines { managerName } } }
    }
  }`;

interface Page {
  employees: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: {
      node: {
        fullName: string;
        managerName: string | null;
        department: { name: string; memberCount: number };
      };
    }[];
  };
}

describe('people through the API', () => {
  it('come in pages with a total, each with department and manager', async () => {
    const camden = await aDepartment(database.db, { nameEn: 'Camden store' });
    const ada = await anEmployee(database.db, { fullName: 'Ada', departmentId: camden });
    await anEmployee(database.db, { fullName: 'Bo', departmentId: camden, managerEmployeeId: ada });
    const hr = as(['hr']);
    const first = await hr.query<Page>(People, { first: 1 });
    expect(first.employees).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await hr.query<Page>(People, {
      first: 1,
      after: first.employees.pageInfo.endCursor,
    });
    expect(second.employees.edges[0]?.node).toMatchObject({
      fullName: 'Bo',
      managerName: 'Ada',
      department: { name: 'Camden store', memberCount: 2 },
      reportingLines: [{ managerName: 'Ada' }],
    });
    expect(second.employees.pageInfo.hasNextPage).toBe(false);
  });

  it('look absent to those who may not see them', async () => {
    const employeeId = await anEmployee(database.db);
    const document = 'query One($id: ID!) { employee(employeeId: $id) { fullName } }';
    for (const roles of [['executive'], ['analyst'], ['case_owner'], ['employee']] as Role[][]) {
      const { errors } = await as(roles, {
        employeeId: '01a1f000-0000-7000-8000-00000000000a',
      }).execute(document, {
        id: employeeId,
      });
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await as(['hr']).query(document, { id: employeeId })).toEqual({
      employee: { fullName: 'Kim Example' },
    });
  });

  it('says in the reader’s language which field is wrong', async () => {
    const departmentId = await aDepartment(database.db);
    const input = {
      employeeNumber: 'N-1',
      fullName: ' ',
      email: 'nobody',
      locale: 'ZH',
      hiredOn: '2026-02-01',
      departmentId,
      positionTitle: '',
    };
    const hr = actAs(database.db, aViewer({ roles: ['hr'] }), { locale: 'zh' });
    const answer = await hr.mutate<{
      createEmployee: { fields: { path: string[]; message: string }[] };
    }>(
      `mutation Add($input: CreateEmployeeInput!) {
        createEmployee(input: $input) { __typename ... on UserError { code message fields { path message } } }
      }`,
      { input },
    );
    expect(answer.createEmployee).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'INVALID',
    });
    expect(answer.createEmployee.fields.map(({ path }) => path[0])).toEqual(['fullName', 'email']);
    expect(answer.createEmployee.fields[1]?.message).toContain('请填写邮箱地址');
  });
});
