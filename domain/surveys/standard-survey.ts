import { newId } from '../../platform/ids';
import type { Question, QuestionKind } from '../../universal/survey';
import type { Context } from '../context';
import type { Audience } from './survey';
import { insertVersion, selectSurveys, upsertSurvey } from './survey-store';

/** The questions to begin with: what the metric catalogue needs, in words that fit every organisation. */
export function standardQuestions(
  audience: Audience,
  organisation: { en: string; zh: string },
): Question[] {
  const ask = (
    key: string,
    kind: QuestionKind,
    en: string,
    zh: string,
    isRequired = false,
  ): Question => ({
    key,
    kind,
    isRequired,
    text: { en, zh },
  });
  const { en, zh } = organisation;
  if (audience === 'customer') {
    return [
      ask(
        'recommend',
        'nps',
        `How likely are you to recommend ${en} to a friend or colleague?`,
        `您有多大可能向朋友或同事推荐${zh}？`,
        true,
      ),
      ask(
        'satisfaction',
        'csat',
        'How satisfied are you with this experience?',
        '您对本次体验的满意程度如何？',
      ),
      ask(
        'effort',
        'ces',
        `Do you agree? ${en} made it easy for me.`,
        `您是否同意：${zh}让事情办起来很轻松。`,
      ),
      ask(
        'reason',
        'comment',
        'What is the main reason for your answers?',
        '您这样评价的主要原因是什么？',
      ),
    ];
  }
  return [
    ask(
      'enps',
      'nps',
      `How likely are you to recommend ${en} as a place to work?`,
      `您有多大可能推荐他人来${zh}工作？`,
    ),
    ask(
      'recognition',
      'agreement',
      'When I do good work, it is noticed.',
      '我做得好时，会得到认可。',
    ),
    ask(
      'growth',
      'agreement',
      'I have learned something here in the last three months.',
      '最近三个月，我在这里有所成长。',
    ),
    ask(
      'workload',
      'agreement',
      'My workload lets me do the job well.',
      '我的工作量让我能把工作做好。',
    ),
    ask('manager', 'agreement', 'My manager helps when I need it.', '需要时，我的上级会帮助我。'),
    ask('fairness', 'agreement', 'People are treated fairly here.', '这里待人公平。'),
    ask(
      'tools',
      'agreement',
      'I have the tools and information my work needs.',
      '我拥有工作所需的工具和信息。',
    ),
    ask(
      'comment',
      'comment',
      'What is one thing that we should change?',
      '您认为我们最应该改变的一件事是什么？',
    ),
  ];
}

const names = {
  customer: { nameEn: 'After every touchpoint', nameZh: '触点体验反馈' },
  employee: { nameEn: 'Team pulse', nameZh: '团队脉动' },
} as const;

/** The survey of an audience that is published first; the standard one is published when there is none yet. */
export async function ensureSurvey(ctx: Context, audience: Audience): Promise<string> {
  const published = (await selectSurveys(ctx.db, audience)).find(
    ({ surveyVersionId }) => surveyVersionId,
  );
  if (published) return published.surveyId;
  const surveyId = newId();
  const questions = standardQuestions(audience, {
    en: ctx.organisation.nameEn,
    zh: ctx.organisation.nameZh,
  });
  await upsertSurvey(ctx.db, { surveyId, audience, ...names[audience] });
  await insertVersion(ctx.db, { surveyId, questions, publishedAt: ctx.clock.now() });
  return surveyId;
}
