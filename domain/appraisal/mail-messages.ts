import { defineMessages } from '../../universal/text';

/** What people are told by mail when a review moves on. No score and no judgement ever stands in a mail. */
export const mailMessages = defineMessages({
  en: {
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    signature: (p: { organisation: string }) => `Tandem at ${p.organisation}`,

    toWriteSubject: (p: { count: number; cycle: string }) =>
      p.count === 1 ? `One review to write: ${p.cycle}` : `${p.count} reviews to write: ${p.cycle}`,
    toWriteBody: (p: { count: number; cycle: string; due: string }) =>
      `The manager reviews of “${p.cycle}” have started. ${p.count === 1 ? 'One review is' : `${p.count} reviews are`} waiting for you${p.due ? `, due by ${p.due}` : ''}. The customer figures in them were fixed when the reviews started; later answers do not move them.`,
    toWriteAction: 'Write the reviews',

    sharedSubject: (p: { cycle: string }) => `Your review is ready to read: ${p.cycle}`,
    sharedBody: (p: { manager: string; cycle: string; due: string }) =>
      `${p.manager} has shared your review of “${p.cycle}” with you. Please read it and confirm that you have seen it${p.due ? ` by ${p.due}` : ''}. Confirming means that you have seen it, not that you agree; you can add a note.`,
    sharedAction: 'Read my review',

    acknowledgedSubject: (p: { employee: string; cycle: string }) =>
      `${p.employee} has seen the review: ${p.cycle}`,
    acknowledgedBody: (p: { employee: string; cycle: string }) =>
      `${p.employee} has confirmed having seen the review of “${p.cycle}”.`,
    acknowledgedAction: 'Open the review',
  },
  zh: {
    greeting: (p) => `${p.name}，您好：`,
    signature: (p) => `${p.organisation} Tandem`,

    toWriteSubject: (p) => `有 ${p.count} 份考核待撰写：${p.cycle}`,
    toWriteBody: (p) =>
      `“${p.cycle}”的经理评估已经开始，有 ${p.count} 份考核等待您撰写${p.due ? `，请在${p.due}前完成` : ''}。其中的客户数据在评估开始时已固定，之后的回答不会改变它们。`,
    toWriteAction: '撰写考核',

    sharedSubject: (p) => `您的考核可以查看了：${p.cycle}`,
    sharedBody: (p) =>
      `${p.manager}已将“${p.cycle}”的考核分享给您。请${p.due ? `在${p.due}前` : ''}阅读并确认已看过。确认只表示您已看过，不代表同意；您可以附上说明。`,
    sharedAction: '查看我的考核',

    acknowledgedSubject: (p) => `${p.employee}已看过考核：${p.cycle}`,
    acknowledgedBody: (p) => `${p.employee}已确认看过“${p.cycle}”的考核。`,
    acknowledgedAction: '打开考核',
  },
});
