import { defineMessages } from '../../universal/text';

/** What is said about a template that cannot be saved or published. */
export const templateMessages = defineMessages({
  en: {
    nameMissing: 'Give the template a name in at least one language.',
    weightOutOfRange: 'A weight is between 0 and 100 %, with at most two decimals.',
    weightsTotal: (p: { percent: number }) =>
      `The sections weigh ${p.percent} % together; they must total exactly 100 %.`,
    indicatorWeightsTotal: (p: { percent: number }) =>
      `The indicators weigh ${p.percent} % together; within their section they must total exactly 100 %.`,
    indicatorsMissing:
      'The section for customer indicators has a weight but no indicator. Add one, or set its weight to 0.',
    indicatorsWithoutWeight:
      'There are customer indicators, but their section weighs nothing. Give it a weight, or remove them.',
    competenciesMissing:
      'The section for competencies has a weight but no competency. Add one, or set its weight to 0.',
    metricUnknown: 'Choose a certified customer metric.',
    neverIndividual:
      'NPS and CES are never linked to a single person: one person gets too few answers, and both speak of more than one person’s work. Choose the department or the team.',
    individualNeedsAdjustment:
      'A single person’s own feedback cannot be linked: it would have to be adjusted for few answers and for the mix of cases first. Choose the department or the team.',
    outOfScale: (p: { minimum: number; maximum: number }) =>
      `This metric runs from ${p.minimum} to ${p.maximum}.`,
    bandsMustRise:
      'Higher is better here: the threshold must be below the target, and the target below the stretch.',
    bandsMustFall:
      'Lower is better here: the threshold must be above the target, and the target above the stretch.',
    minimumTooLow: (p: { lowest: number }) =>
      `The smallest number of answers that may count is ${p.lowest}.`,
    labelMissing: 'Write this in at least one language.',
    ratingLabelsCount: (p: { count: number }) => `The scale has exactly ${p.count} labels.`,
    alreadyPublished:
      'This version is published and no longer changes. Start the next version to edit it.',
    draftExists: 'There is a draft of the next version already.',
  },
  zh: {
    nameMissing: '请至少用一种语言填写模板名称。',
    weightOutOfRange: '权重须在 0% 到 100% 之间，最多两位小数。',
    weightsTotal: (p) => `各部分权重合计为 ${p.percent}%，必须正好是 100%。`,
    indicatorWeightsTotal: (p) => `各指标权重合计为 ${p.percent}%，在本部分内必须正好是 100%。`,
    indicatorsMissing: '客户指标部分有权重但没有指标。请添加指标，或将权重设为 0。',
    indicatorsWithoutWeight: '已有客户指标，但该部分权重为 0。请设置权重，或移除指标。',
    competenciesMissing: '能力部分有权重但没有能力项。请添加能力项，或将权重设为 0。',
    metricUnknown: '请选择一个已认证的客户指标。',
    neverIndividual:
      'NPS 和 CES 不得用于个人：个人得到的回答太少，而且反映的不只是一个人的工作。请选择部门或团队。',
    individualNeedsAdjustment:
      '个人名下的反馈不能直接用于考核：必须先对回答数量和业务构成做调整。请选择部门或团队。',
    outOfScale: (p) => `该指标的取值范围是 ${p.minimum} 到 ${p.maximum}。`,
    bandsMustRise: '该指标越高越好：门槛值须低于目标值，目标值须低于挑战值。',
    bandsMustFall: '该指标越低越好：门槛值须高于目标值，目标值须高于挑战值。',
    minimumTooLow: (p) => `计入考核的最少回答数不得低于 ${p.lowest}。`,
    labelMissing: '请至少用一种语言填写。',
    ratingLabelsCount: (p) => `评分等级必须正好有 ${p.count} 个。`,
    alreadyPublished: '此版本已发布，不能再修改。如需编辑，请创建下一版本。',
    draftExists: '下一版本的草稿已经存在。',
  },
});

/** What is said about a cycle or a review that cannot move on. */
export const reviewMessages = defineMessages({
  en: {
    templateNotPublished: 'Only a published template can be used in a cycle.',
    cycleNameMissing: 'Give the cycle a name in at least one language.',
    departmentMissing: 'Choose the department whose people are reviewed.',
    populationEmpty:
      'Nobody in this department has a manager today, so there is no review to write.',
    datesOutOfOrder: 'Each step must be due on or after the step before it.',
    dateMissing: 'Enter the day by which this step is due.',
    cycleClosed: 'This cycle is closed.',
    nothingToStart: 'The manager reviews of this cycle have started already.',
    nothingToClose:
      'Some reviews are not shared yet. A cycle can be closed when every review is shared.',
    notAtThisStep:
      'The review has moved on to another step. Reload the page to see where it stands.',
    titleMissing: 'Say in a few words what the goal is.',
    goalWeightsTotal: (p: { percent: number }) =>
      `The goals weigh ${p.percent} % together; they must total exactly 100 %.`,
    achievementOutOfRange: (p: { highest: number }) =>
      `Achievement is between 0 and ${p.highest} %.`,
    achievementMissing: 'Say how far this goal was reached, or remove the goal.',
    ratingOutOfRange: 'Choose a rating from 1 to 5.',
    ratingMissing: 'Choose a rating.',
    competencyUnknown: 'This competency is not part of the template.',
    tooLong: (p: { maximum: number }) => `Please use at most ${p.maximum} characters.`,
    nothingCounts: 'Nothing in this review can be scored yet: set a goal or rate a competency.',
  },
  zh: {
    templateNotPublished: '考核周期只能使用已发布的模板。',
    cycleNameMissing: '请至少用一种语言填写周期名称。',
    departmentMissing: '请选择被考核人员所在的部门。',
    populationEmpty: '该部门目前没有人有上级经理，因此没有需要撰写的考核。',
    datesOutOfOrder: '每一步的截止日期不得早于上一步。',
    dateMissing: '请填写此步骤的截止日期。',
    cycleClosed: '该周期已关闭。',
    nothingToStart: '该周期的经理评估已经开始。',
    nothingToClose: '仍有考核尚未分享。所有考核分享后才能关闭周期。',
    notAtThisStep: '该考核已进入其他步骤。请重新载入页面查看当前状态。',
    titleMissing: '请用几个字说明目标是什么。',
    goalWeightsTotal: (p) => `各目标权重合计为 ${p.percent}%，必须正好是 100%。`,
    achievementOutOfRange: (p) => `完成度须在 0% 到 ${p.highest}% 之间。`,
    achievementMissing: '请填写该目标的完成度，或移除该目标。',
    ratingOutOfRange: '请选择 1 到 5 的评分。',
    ratingMissing: '请选择评分。',
    competencyUnknown: '该能力项不在此模板中。',
    tooLong: (p) => `请不要超过 ${p.maximum} 个字符。`,
    nothingCounts: '此考核尚无可计分的内容：请设定目标或评定能力。',
  },
});
