import { defineMessages } from '../../universal/text';

export const homeMessages = defineMessages({
  en: {
    title: 'Home',
    greeting: (p: { name: string }) => `Hello, ${p.name}`,
    nothing: 'Nothing waits for you',
    nothingText:
      'What needs you appears here: a pulse to answer, a review to write, a department to look at.',
    system: 'The system',
    systemIsWell: 'Everything runs',
    failedJobs: (p: { count: string }) => `Failed jobs: ${p.count}`,
    retryingJobs: (p: { count: string }) => `Jobs that are tried again: ${p.count}`,
    failedMail: 'Mail was not delivered',
    seeJobs: 'See the jobs',
    seeMails: 'See the mails',
    people: 'People',
    roles: 'Roles',
    outbox: 'Outbox',
    audit: 'Audit log',
  },
  zh: {
    title: '首页',
    greeting: (p) => `您好，${p.name}`,
    nothing: '没有待办事项',
    nothingText: '需要您处理的事项会出现在这里：要回答的脉动调查、要撰写的考核、要查看的部门。',
    system: '系统',
    systemIsWell: '一切正常',
    failedJobs: (p) => `失败的任务：${p.count}`,
    retryingJobs: (p) => `正在重试的任务：${p.count}`,
    failedMail: '有邮件未能送达',
    seeJobs: '查看任务',
    seeMails: '查看邮件',
    people: '人员',
    roles: '角色',
    outbox: '发件箱',
    audit: '审计日志',
  },
});
