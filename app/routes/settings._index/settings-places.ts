import type { Text } from '../../../universal/text';

interface SettingsPlace {
  to: string;
  label: Text;
  help: Text;
}

/** What administrators set and look into. */
export const settingsPlaces: readonly SettingsPlace[] = [
  {
    to: '/settings/organisation',
    label: { en: 'Organisation', zh: '组织' },
    help: {
      en: 'Name, time zone and the language that is spoken by default.',
      zh: '名称、时区和默认语言。',
    },
  },
  {
    to: '/settings/roles',
    label: { en: 'Roles', zh: '角色' },
    help: { en: 'Who may do what.', zh: '谁可以做什么。' },
  },
  {
    to: '/departments',
    label: { en: 'Departments', zh: '部门' },
    help: {
      en: 'The tree that scorecards and rights follow.',
      zh: '记分卡和权限所依据的部门结构。',
    },
  },
  {
    to: '/settings/outbox',
    label: { en: 'Outbox', zh: '发件箱' },
    help: { en: 'Every mail that was sent, or waits to be.', zh: '已发送和等待发送的邮件。' },
  },
  {
    to: '/settings/jobs',
    label: { en: 'Jobs', zh: '后台任务' },
    help: {
      en: 'Background work: what runs, what failed, and why.',
      zh: '正在运行和失败的后台工作及其原因。',
    },
  },
  {
    to: '/settings/audit',
    label: { en: 'Audit log', zh: '审计日志' },
    help: { en: 'Who changed what, and when.', zh: '谁在何时更改了什么。' },
  },
];
