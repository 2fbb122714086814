import { type DemoDirectory, departmentCodeOn, type DemoEmployee } from './demo-directory';
import type { SeedRandom } from './seed-random';

interface Server {
  employee: DemoEmployee;
  /** How many customers come to this person, against colleagues. */
  pull: number;
  /** How much this person lifts the mood of customers. */
  skill: number;
}

/** Who serves customers in each department, some more of them and some better than others. */
export class ServingStaff {
  private readonly byDepartment = new Map<string, Server[]>();

  constructor(random: SeedRandom, { employees, cast, departments }: DemoDirectory) {
    const heads = new Set(departments.map(({ headEmployeeId }) => headEmployeeId));
    for (const employee of employees) {
      if (heads.has(employee.id)) continue;
      const server: Server = {
        employee,
        pull: 0.4 + 1.6 * random.float(),
        skill: random.normal(0, 0.3),
      };
      if (employee === cast.employee) Object.assign(server, { pull: 3, skill: 0.35 });
      if (employee === cast.employee2) Object.assign(server, { pull: 0.9, skill: -0.1 });
      for (const { departmentCode } of employee.memberships) {
        const servers = this.byDepartment.get(departmentCode) ?? [];
        servers.push(server);
        this.byDepartment.set(departmentCode, servers);
      }
    }
  }

  /** Someone who worked in the department on that day, if the draw finds one. */
  pick(random: SeedRandom, departmentCode: string, day: string): Server | undefined {
    const servers = this.byDepartment.get(departmentCode) ?? [];
    for (let attempt = 0; attempt < 6 && servers.length > 0; attempt++) {
      const server = random.pick(servers);
      if (
        random.float() * 3 < server.pull &&
        departmentCodeOn(server.employee, day) === departmentCode
      )
        return server;
    }
    return undefined;
  }
}
