import { defineMessages } from '../universal/text';

/** What the pages for those who answer say. */
export const respondentMessages = defineMessages({
  en: {
    switchLanguage: '中文',
    send: 'Send answers',
    sendFeedback: 'Send feedback',
    optional: 'optional',
    summaryTitle: 'There is a problem',
    errorPrefix: 'Error:',
    titleWithError: (p: { title: string }) => `Error: ${p.title}`,
    commentHint: 'Please do not write names or contact details of anyone.',
    commentHintKept: 'Names and contact details are not needed.',
    keyboard: 'On a keyboard: choose a question, then press its number.',

    sending: 'Sending…',
    retrying: 'Not sent yet. Your answers are kept on this page and we try again by ourselves.',
    offline:
      'You are offline. Your answers are kept on this page and are sent when the connection is back.',
    restored: 'We kept what you wrote.',
    keptWords: 'What you had written',
    keptWordsBody: 'It was not sent and is stored nowhere. Copy it if you want to keep it.',

    feedbackTitle: (p: { touchpoint: string }) => `How was it? ${p.touchpoint}`,
    feedbackAsks: (p: { organisation: string; touchpoint: string }) =>
      `${p.organisation} would like to know how your experience was: ${p.touchpoint}.`,
    feedbackTakes: (p: { questions: number }) => `${p.questions} short questions, under a minute.`,
    feedbackWho:
      'Read by the people who run this service and by our customer experience team. We do not ask who you are.',
    feedbackThanks: 'Thank you',
    feedbackThanksBody: 'Your feedback has arrived and already counts.',
    feedbackNext:
      'The people who run this service read every comment and see the scores month by month.',
    feedbackAgain: 'Give feedback again',

    pulseTitle: (p: { name: string }) => p.name,
    pulseTakes: (p: { questions: number }) =>
      `${p.questions} questions, about one minute. You may leave any of them out.`,
    pulseWho: (p: { organisation: string; group: number; commentGroup: number }) =>
      `${p.organisation} asks. Managers and HR see results only for groups with at least ${p.group} answers, and comments only for at least ${p.commentGroup}, after the round has closed. None of them sees single answers.`,
    pulseMode:
      'Confidential: your answers carry your department and roughly how long you have worked here, not your name. They are kept sealed while the round is open, then added up, and the single sheets are deleted.',
    pulseDatabase:
      'Someone with a copy of the database can read neither what you answered nor whether you took part. Only someone who also holds the key of this server could, until the round is counted or from a backup of that time.',
    pulseSmallGroup: (p: { group: number }) =>
      `Please note: this round shows results of groups of only ${p.group} people. In so small a group others may guess who said what. Leave out whatever you would rather not have guessed.`,
    pulseFinal:
      'Once sent, answers cannot be changed, because sheets are sealed and not kept under your name.',
    pulseOpenUntil: (p: { date: string }) => `Open until ${p.date}.`,
    pulseThanks: 'Thank you for your answers',
    pulseThanksBody: 'They have been sealed and stored without your name.',
    whatNext: 'What happens next',
    pulseNext: (p: { date: string; group: number }) =>
      `The round closes on ${p.date}. Then the results come out for groups with at least ${p.group} answers, for you as well.`,
    pulseResults: 'See earlier results and what happens next',
    pulseAnswered: 'You have already answered',
    pulseAnsweredBody:
      'Your answers for this round are stored. They cannot be opened or changed again.',
    pulseClosed: 'This round has closed',
    pulseClosedBody:
      'Answers can no longer be sent. All that were sent before count. The results are in the portal.',

    unknownTitle: 'This link does not work',
    unknownBody:
      'It may have been typed wrongly or replaced by a newer one. Please ask where you got it from.',
    inactiveTitle: 'This link is no longer in use',
    inactiveBody:
      'Thank you for wanting to give feedback. Please ask the people who serve you for the current link.',
    busyTitle: 'Too many answers from this connection',
    busyBody:
      'Nothing is lost: this page holds what you entered. Please wait a minute and send it again.',
    failedTitle: 'We could not store your answers just now',
    failedBody:
      'Nothing is lost: this page holds what you entered. Please send it again in a moment. It counts only once.',
    failedPlainTitle: 'This page is not available right now',
    sendAgain: 'Send again',
    failedPlain: 'Something went wrong on our side. Please open the link again in a moment.',
  },
  zh: {
    switchLanguage: 'English',
    send: '提交回答',
    sendFeedback: '提交反馈',
    optional: '选填',
    summaryTitle: '请检查以下内容',
    errorPrefix: '错误：',
    titleWithError: (p) => `错误：${p.title}`,
    commentHint: '请不要写出任何人的姓名或联系方式。',
    commentHintKept: '无需填写姓名或联系方式。',
    keyboard: '使用键盘：先选中题目，再按数字键。',

    sending: '正在提交…',
    retrying: '尚未提交成功。您的回答保留在本页，我们会自动重试。',
    offline: '当前没有网络。您的回答保留在本页，网络恢复后会自动提交。',
    restored: '已恢复您填写的内容。',
    keptWords: '您写下的内容',
    keptWordsBody: '内容没有提交，也没有保存在任何地方。如需保留，请自行复制。',

    feedbackTitle: (p) => `您的体验如何？${p.touchpoint}`,
    feedbackAsks: (p) => `${p.organisation}想了解您的体验：${p.touchpoint}。`,
    feedbackTakes: (p) => `共 ${p.questions} 个小问题，不到一分钟。`,
    feedbackWho: '由负责该服务的人员和客户体验团队查看。我们不会询问您是谁。',
    feedbackThanks: '谢谢您',
    feedbackThanksBody: '我们已收到您的反馈，并已计入结果。',
    feedbackNext: '负责该服务的人员会阅读每一条意见，并逐月查看评分。',
    feedbackAgain: '再次填写反馈',

    pulseTitle: (p) => p.name,
    pulseTakes: (p) => `共 ${p.questions} 题，约一分钟。任何一题都可以不答。`,
    pulseWho: (p) =>
      `由${p.organisation}发起。管理者和人力资源部只能在本轮结束后看到至少 ${p.group} 人作答的群体结果；意见则至少需要 ${p.commentGroup} 人。查看结果的人都看不到单份回答。`,
    pulseMode:
      '保密：您的回答只附带所在部门和大致工作年限，不带姓名。本轮开放期间，回答加密保存；结束后汇总成结果，单份答卷随即删除。',
    pulseDatabase:
      '即使有人拿到数据库副本，也看不到您的回答，也无法知道您是否参与。只有同时掌握本服务器密钥的人，在本轮汇总之前，或凭当时的备份，才有可能看到。',
    pulseSmallGroup: (p) =>
      `请注意：本轮会显示仅 ${p.group} 人的群体结果。在这样小的群体中，他人可能猜出谁说了什么。不希望被猜到的问题可以不答。`,
    pulseFinal: '提交后无法修改，因为答卷已加密，且不与姓名一起保存。',
    pulseOpenUntil: (p) => `开放至${p.date}。`,
    pulseThanks: '感谢您的回答',
    pulseThanksBody: '回答已加密保存，不带姓名。',
    whatNext: '接下来',
    pulseNext: (p) =>
      `本轮将于${p.date}结束。之后，至少有 ${p.group} 人作答的群体结果会公布，您也可以看到。`,
    pulseResults: '查看往期结果和后续安排',
    pulseAnswered: '您已经作答',
    pulseAnsweredBody: '您本轮的回答已保存，无法再次打开或修改。',
    pulseClosed: '本轮已结束',
    pulseClosedBody: '无法再提交回答，此前提交的回答均会计入。结果可在门户中查看。',

    unknownTitle: '此链接无效',
    unknownBody: '链接可能输入有误，或已被新链接替换。请向提供链接的人确认。',
    inactiveTitle: '此链接已停用',
    inactiveBody: '感谢您愿意提供反馈。请向为您服务的人员索取当前链接。',
    busyTitle: '此网络提交过于频繁',
    busyBody: '内容没有丢失：本页保留了您填写的内容。请稍等一分钟后重新提交。',
    failedTitle: '暂时无法保存您的回答',
    failedBody: '内容没有丢失：本页保留了您填写的内容。请稍后再次提交，只会计入一次。',
    failedPlainTitle: '页面暂时无法打开',
    sendAgain: '再次提交',
    failedPlain: '我们这边出了问题。请稍后重新打开链接。',
  },
});
