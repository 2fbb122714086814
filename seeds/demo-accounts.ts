import { roleNames } from '../universal/role-names';
import type { Text } from '../universal/text';

/** The password of everybody in the demo organisation. */
export const demoPassword = 'aster-home-demo';

const account = (name: string, label: Text) => ({
  email: `${name}@aster.example`,
  password: demoPassword,
  label,
});

/** The people as whom anybody may look around; the sign-in page of the demo offers them. */
export const demoAccounts = [
  account('executive', roleNames.executive),
  account('head.stores', { en: 'Head of Stores', zh: '门店负责人' }),
  account('head.service', { en: 'Head of Service', zh: '服务负责人' }),
  account('manager', roleNames.manager),
  account('employee', roleNames.employee),
  account('employee2', { en: 'Another employee', zh: '另一位员工' }),
  account('hr', roleNames.hr),
  account('analyst', roleNames.analyst),
  account('caseowner', roleNames.case_owner),
  account('admin', roleNames.administrator),
];
