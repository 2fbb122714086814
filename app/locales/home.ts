import { defineMessages } from '../../universal/text';

export const homeMessages = defineMessages({
  en: {
    title: 'Home',
    greeting: (p: { name: string }) => `Hello, ${p.name}`,
    nothing: 'Nothing waits for you',
    nothingText:
      'What needs you appears here: a pulse to answer, a review to write, a department to look at.',
  },
  zh: {
    title: '首页',
    greeting: (p) => `您好，${p.name}`,
    nothing: '没有待办事项',
    nothingText: '需要您处理的事项会出现在这里：要回答的脉动调查、要撰写的考核、要查看的部门。',
  },
});
