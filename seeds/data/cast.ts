import type { DemoCast } from '../demo-directory';

export interface CastPlan {
  role: keyof DemoCast;
  name: string;
  locale: 'en' | 'zh';
  mail: string;
  departmentCode: string;
  /** Where in the department: its head, its first team leader, or the n-th member of that leader's team. */
  seat: 'head' | 'lead' | number;
  title?: string;
}

/** People with a part to play: the demo accounts are theirs. */
export const CAST: readonly CastPlan[] = [
  cast('executive', 'Eleanor Whitfield', 'en', 'executive', 'ASTER', 'head'),
  cast('headOfStores', 'Marcus Bright', 'en', 'head.stores', 'STORES', 'head'),
  cast('headOfService', '林慧敏 Huimin Lin', 'zh', 'head.service', 'SERVICE', 'head'),
  cast('manager', 'Grace Marlowe', 'en', 'manager', 'ST-CAMDEN', 'lead'),
  cast(
    'employee',
    '沈嘉怡 Jiayi Shen',
    'zh',
    'employee',
    'ST-CAMDEN',
    0,
    'Sales adviser · 销售顾问',
  ),
  cast('employee2', 'Tom Ashdown', 'en', 'employee2', 'ST-CAMDEN', 1, 'Sales adviser · 销售顾问'),
  cast('hr', 'Sarah Pennington', 'en', 'hr', 'HO-PEOPLE', 0, 'HR partner · 人力资源伙伴'),
  cast(
    'analyst',
    '魏文博 Wenbo Wei',
    'zh',
    'analyst',
    'HO-INSIGHT',
    0,
    'Data analyst · 数据分析师',
  ),
  cast('caseOwner', 'Priya Nair', 'en', 'caseowner', 'SV-CLAIMS', 0, 'Case handler · 工单专员'),
  cast(
    'administrator',
    'Daniel Brandt',
    'en',
    'admin',
    'HO-INSIGHT',
    1,
    'Systems engineer · 系统工程师',
  ),
];

function cast(
  role: keyof DemoCast,
  name: string,
  locale: 'en' | 'zh',
  mailbox: string,
  departmentCode: string,
  seat: CastPlan['seat'],
  title?: string,
): CastPlan {
  return { role, name, locale, mail: `${mailbox}@aster.example`, departmentCode, seat, title };
}
