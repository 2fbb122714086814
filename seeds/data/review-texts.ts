type InEachLanguage<Entry> = Readonly<Record<'en' | 'zh', readonly Entry[]>>;

/** What the managers of the demo organisation write, in the language of the person whom it is for. */
export const REVIEW_GOALS: InEachLanguage<readonly [goal: string, measure: string]> = {
  en: [
    ['Greet every visitor within a minute', 'Mystery visits, four a quarter'],
    ['Recommend the right appliance, not the dearest', 'Share of returns within 30 days below 4 %'],
    [
      'Hand over click-and-collect orders in five minutes',
      'Waiting time at the counter, weekly sample',
    ],
    ['Train two colleagues on induction hobs', 'Both pass the product test'],
    ['Keep the demonstration kitchen ready to use', 'Daily checklist complete on 95 % of days'],
    ['Call back every open question within a day', 'List of open questions, looked at on Fridays'],
  ],
  zh: [
    ['一分钟内接待每位到店顾客', '神秘顾客访问，每季度四次'],
    ['推荐合适的电器，而不是最贵的', '30 天内退货率低于 4%'],
    ['五分钟内交付到店自提订单', '每周抽查柜台等候时间'],
    ['带教两位同事熟悉电磁灶', '两人均通过产品测试'],
    ['保持演示厨房随时可用', '95% 的日子完成每日检查表'],
    ['一天内回复每个未决问题', '每周五查看未决问题清单'],
  ],
};

export const REVIEW_SUMMARIES: InEachLanguage<string> = {
  en: [
    'A strong half-year. Customers mention you by name, and the team asks for your advice. Next: pass on how you handle the busy Saturdays.',
    'Reliable and calm, also when it is full. The goals were met; the waiting time at collection is what we work on next.',
    'Good progress since spring. The product knowledge is there, now let it show in the first two minutes with a customer.',
  ],
  zh: [
    '这半年表现突出。顾客会点名表扬你，同事也常来请教。下一步：把周六高峰期的做法教给大家。',
    '可靠、沉稳，客流高峰时也是如此。目标已达成，接下来一起缩短自提等候时间。',
    '春季以来进步明显。产品知识已经扎实，接下来要在接待顾客的头两分钟体现出来。',
  ],
};

export const REVIEW_REMARKS: InEachLanguage<string> = {
  en: [
    'Asks before advising.',
    'Takes the blame, gives the praise.',
    'Keeps promises to customers.',
  ],
  zh: ['先询问，再推荐。', '勇于担责，乐于分享成绩。', '对顾客说到做到。'],
};

export const ACKNOWLEDGEMENT_NOTES: InEachLanguage<string> = {
  en: [
    'Thank you. I would like to talk about the waiting times: two of us were away in August.',
    '',
  ],
  zh: ['谢谢。想再谈谈等候时间：八月我们少了两个人。', ''],
};

export const REVIEW_COMPETENCIES = [
  ['Listens to customers', '倾听顾客'],
  ['Works as one team', '团队协作'],
  ['Knows the products', '熟悉产品'],
] as const;

export const RATING_LABELS = [
  ['Far below what is needed', '远低于要求'],
  ['Partly as needed', '部分达到要求'],
  ['As needed', '达到要求'],
  ['Beyond what is needed', '超出要求'],
  ['An example to others', '他人的榜样'],
] as const;
