import type { Text } from './text';

/** The names of the roles as people read them. */
export const roleNames = {
  executive: { en: 'Executive', zh: '高管' },
  department_head: { en: 'Department head', zh: '部门负责人' },
  manager: { en: 'Manager', zh: '经理' },
  employee: { en: 'Employee', zh: '员工' },
  hr: { en: 'Human resources', zh: '人力资源' },
  analyst: { en: 'CX analyst', zh: '客户体验分析师' },
  case_owner: { en: 'Case owner', zh: '工单负责人' },
  administrator: { en: 'Administrator', zh: '管理员' },
} as const satisfies Record<string, Text>;
