/** What employees wrote, by how they feel about it. */
export const PULSE_COMMENTS: Readonly<
  Record<'en' | 'zh', Readonly<Record<'good' | 'bad', readonly string[]>>>
> = {
  en: {
    good: [
      'Keep the weekly stand-up. It is the first time I know what the other team is doing.',
      'The new rota tool is a real relief. Please bring it to the other sites too.',
      'I like that ideas from the floor are tried out within days.',
      'More of the customer stories at the monthly meeting, they remind me why we do this.',
      'The training days were worth it. Could we have them twice a year?',
      'Let us keep swapping shifts among ourselves, it works.',
      'Show us what happened with last quarter’s ideas, it was motivating.',
      'Keep hiring people who care. The team has never been better.',
      'The handover notes are excellent now, let us make them standard.',
      'Nothing big. A second coffee machine would be nice.',
    ],
    bad: [
      'Saturday shifts are always short of two people. We apologise to customers all day.',
      'The stock system is wrong so often that we walk to the shelf to check.',
      'Rotas come out three days before. I cannot plan my family life like this.',
      'Good work goes unseen while every mistake ends up in a report.',
      'We need somebody to decide. Issues are passed from meeting to meeting.',
      'Returns take four screens and two passwords. Please fix that first.',
      'Promotions seem to depend on who you know.',
      'Too many targets at once. Nobody knows which one counts.',
      'My headset has been broken for weeks and nobody orders a new one.',
      'Customers get promised delivery times that nobody asked us about.',
      'There is no time for training because we are always covering for someone.',
      'Explain decisions before they reach us through customers.',
    ],
  },
  zh: {
    good: [
      '每周例会请继续开，终于知道其他团队在忙什么了。',
      '新的排班工具很好用，建议推广到其他门店。',
      '一线的建议几天内就能试行，这点很好。',
      '培训很有收获，希望一年能有两次。',
      '请继续公布上一季度建议的落实情况。',
    ],
    bad: [
      '周六班次总是缺人，一整天都在向顾客道歉。',
      '库存系统经常不准，只能跑到货架前确认。',
      '排班提前三天才出，家里的事没法安排。',
      '做得好没人看到，出一点错就写进报告。',
      '退货要点四个页面、输两次密码，请先改这个。',
      '指标太多，不知道哪个最重要。',
    ],
  },
};
