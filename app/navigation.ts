import {
  IconChartDots3,
  IconClipboardCheck,
  IconDatabaseImport,
  IconHeartbeat,
  IconHome,
  IconMessage2,
  IconSettings,
  IconTable,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

import type { Role } from '../server/load-context.server';
import type { Text } from '../universal/text';

export interface NavigationEntry {
  to: string;
  /** Pages elsewhere in the address space that belong to this place. */
  alsoHolds?: readonly string[];
  label: Text;
  icon: Icon;
  /** Who finds it in the navigation. What a page shows to whom is decided by the schema, never here. */
  roles: readonly Role[] | 'everyone';
  /** Order on the phone's bottom bar; the five lowest numbers of what a person sees are there. */
  phone: number;
}

/** The one list of places; the left navigation, the phone's bar and the command palette read it. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/', label: { en: 'Home', zh: '首页' }, icon: IconHome, roles: 'everyone', phone: 1 },
  {
    to: '/scorecards',
    label: { en: 'Scorecards', zh: '记分卡' },
    icon: IconTable,
    roles: ['executive', 'department_head', 'manager', 'hr', 'analyst'],
    phone: 2,
  },
  {
    to: '/pulse',
    label: { en: 'Pulse', zh: '脉动调查' },
    icon: IconHeartbeat,
    roles: ['executive', 'department_head', 'manager', 'employee', 'hr'],
    phone: 3,
  },
  {
    to: '/feedback',
    alsoHolds: ['/touchpoints', '/journeys'],
    label: { en: 'Feedback', zh: '反馈' },
    icon: IconMessage2,
    roles: ['executive', 'department_head', 'manager', 'analyst', 'case_owner'],
    phone: 5,
  },
  {
    to: '/reviews',
    alsoHolds: ['/review-cycles', '/review-templates'],
    label: { en: 'Reviews', zh: '考核' },
    icon: IconClipboardCheck,
    roles: ['employee', 'manager', 'department_head', 'hr'],
    phone: 4,
  },
  {
    to: '/imports',
    label: { en: 'Imports', zh: '导入' },
    icon: IconDatabaseImport,
    roles: ['analyst'],
    phone: 6,
  },
  {
    to: '/metric-catalogue',
    label: { en: 'Metrics', zh: '指标' },
    icon: IconChartDots3,
    roles: ['executive', 'analyst', 'hr'],
    phone: 7,
  },
  {
    to: '/people',
    label: { en: 'People', zh: '人员' },
    icon: IconUsers,
    roles: ['hr', 'administrator'],
    phone: 6,
  },
  {
    to: '/settings',
    alsoHolds: ['/departments'],
    label: { en: 'Settings', zh: '设置' },
    icon: IconSettings,
    roles: ['administrator'],
    phone: 5,
  },
];

/** What this person finds in the navigation. */
export function navigationFor(roles: readonly Role[]): NavigationEntry[] {
  return navigation.filter(
    (entry) => entry.roles === 'everyone' || entry.roles.some((role) => roles.includes(role)),
  );
}

/** Whether a page belongs to this place of the navigation. */
export function isWithin({ to, alsoHolds = [] }: NavigationEntry, pathname: string): boolean {
  if (to === '/') return pathname === '/';
  return [to, ...alsoHolds].some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/** The entries of the phone's bottom bar, and those that it keeps behind "more". */
export function phoneBar(entries: readonly NavigationEntry[]): {
  bar: NavigationEntry[];
  more: NavigationEntry[];
} {
  if (entries.length <= 5) return { bar: [...entries], more: [] };
  const chosen = new Set([...entries].sort((a, b) => a.phone - b.phone).slice(0, 4));
  return {
    bar: entries.filter((entry) => chosen.has(entry)),
    more: entries.filter((entry) => !chosen.has(entry)),
  };
}
