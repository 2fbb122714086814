import type { Question } from '../../universal/survey';

/** What customers of the demo organisation are asked after every touchpoint. */
export const CUSTOMER_QUESTIONS: readonly Question[] = [
  {
    key: 'recommend',
    kind: 'nps',
    isRequired: true,
    text: {
      en: 'How likely are you to recommend Aster Home to a friend or colleague?',
      zh: '您有多大可能向朋友或同事推荐阿斯特家居？',
    },
  },
  {
    key: 'satisfaction',
    kind: 'csat',
    isRequired: false,
    text: { en: 'How satisfied are you with this experience?', zh: '您对本次体验的满意程度如何？' },
  },
  {
    key: 'effort',
    kind: 'ces',
    isRequired: false,
    text: {
      en: 'Do you agree? Aster Home made it easy for me.',
      zh: '您是否同意：阿斯特家居让事情办起来很轻松。',
    },
  },
  {
    key: 'reason',
    kind: 'comment',
    isRequired: false,
    text: { en: 'What is the main reason for your answers?', zh: '您这样评价的主要原因是什么？' },
  },
];

/** What employees are asked in every round: eNPS, six drivers and a comment. */
export const PULSE_QUESTIONS: readonly Question[] = [
  {
    key: 'enps',
    kind: 'nps',
    isRequired: false,
    text: {
      en: 'How likely are you to recommend Aster Home as a place to work?',
      zh: '您有多大可能向他人推荐阿斯特家居为工作单位？',
    },
  },
  driver('recognition', 'When I do good work, it is noticed.', '我做得好时，会得到认可。'),
  driver(
    'growth',
    'I have learned something here in the last three months.',
    '最近三个月，我在这里有所成长。',
  ),
  driver('workload', 'My workload lets me do the job well.', '我的工作量让我能把工作做好。'),
  driver('manager', 'My manager helps when I need it.', '需要时，我的上级会帮助我。'),
  driver('fairness', 'People are treated fairly here.', '这里待人公平。'),
  driver(
    'tools',
    'I have the tools and information my work needs.',
    '我拥有工作所需的工具和信息。',
  ),
  {
    key: 'comment',
    kind: 'comment',
    isRequired: false,
    text: {
      en: 'What is one thing that we should change?',
      zh: '您认为我们最应该改变的一件事是什么？',
    },
  },
];

function driver(key: string, en: string, zh: string): Question {
  return { key, kind: 'agreement', isRequired: false, text: { en, zh } };
}
