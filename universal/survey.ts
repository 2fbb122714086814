import type { Text } from './text';

/** The kinds of question that a survey can ask; all but the comment are answered on a scale. */
export const questionKinds = ['nps', 'csat', 'ces', 'agreement', 'comment'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export type ScaleKind = Exclude<QuestionKind, 'comment'>;

/** A question of a survey version, as it is put to a person. */
export interface Question {
  key: string;
  kind: QuestionKind;
  text: Text;
  isRequired: boolean;
}

export interface Scale {
  min: number;
  max: number;
  /** Words for the worst and the best end. */
  lowest: Text;
  highest: Text;
  /** Words for every point, where all of them have one. */
  points?: readonly Text[];
}

/** Every scale runs from the worst to the best, so that higher is better wherever scores are stored. */
export const scales: Readonly<Record<ScaleKind, Scale>> = {
  nps: {
    min: 0,
    max: 10,
    lowest: { en: 'Not at all likely', zh: '完全不可能' },
    highest: { en: 'Extremely likely', zh: '非常可能' },
  },
  csat: {
    min: 1,
    max: 5,
    lowest: { en: 'Very dissatisfied', zh: '非常不满意' },
    highest: { en: 'Very satisfied', zh: '非常满意' },
    points: [
      { en: 'Very dissatisfied', zh: '非常不满意' },
      { en: 'Dissatisfied', zh: '不满意' },
      { en: 'Neither', zh: '一般' },
      { en: 'Satisfied', zh: '满意' },
      { en: 'Very satisfied', zh: '非常满意' },
    ],
  },
  ces: {
    min: 1,
    max: 7,
    lowest: { en: 'Strongly disagree', zh: '非常不同意' },
    highest: { en: 'Strongly agree', zh: '非常同意' },
  },
  agreement: {
    min: 1,
    max: 5,
    lowest: { en: 'Strongly disagree', zh: '非常不同意' },
    highest: { en: 'Strongly agree', zh: '非常同意' },
    points: [
      { en: 'Strongly disagree', zh: '非常不同意' },
      { en: 'Disagree', zh: '不同意' },
      { en: 'Neither', zh: '一般' },
      { en: 'Agree', zh: '同意' },
      { en: 'Strongly agree', zh: '非常同意' },
    ],
  },
};

export const maximumCommentLength = 4000;

export function isScaled(question: Question): question is Question & { kind: ScaleKind } {
  return question.kind !== 'comment';
}

/** All points of a scale, from the worst to the best. */
export function pointsOf(kind: ScaleKind): number[] {
  const { min, max } = scales[kind];
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}
