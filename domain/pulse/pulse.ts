import { z } from 'zod';
import { sayBoth } from '../../platform/parse-input';
import type { Text } from '../../universal/text';

/**
 * identified: readers may know who said what. confidential: the system could know, no reader does. anonymous: nobody
 * can know, whoever holds the database included.
 */
export type PulseMode = 'identified' | 'confidential' | 'anonymous';

/** A series of rounds that ask the same survey under the same promise. */
export interface PulseProgramme {
  programmeId: string;
  name: Text;
  mode: PulseMode;
  surveyId: string;
  minimumGroup: number;
  minimumCommentGroup: number;
  /** From the first invitation on, the promise to respondents stands. */
  isLocked: boolean;
}

export type RoundStatus = 'planned' | 'open' | 'closed';

/** One round with what respondents were promised. */
export interface PulseRound {
  roundId: string;
  programmeId: string;
  number: number;
  surveyVersionId: string;
  opensAt: Date;
  closesAt: Date;
  status: RoundStatus;
  isReleased: boolean;
  name: Text;
  mode: PulseMode;
  minimumGroup: number;
  minimumCommentGroup: number;
}

const name = z.string().trim().min(1).max(120);

export const programmeInput = z
  .object({
    nameEn: name,
    nameZh: name,
    /** The employees' survey when not given. */
    surveyId: z.uuid().nullish(),
    minimumGroup: z.number().int().min(3).max(50).default(5),
    minimumCommentGroup: z.number().int().min(3).max(100).default(10),
  })
  .refine((programme) => programme.minimumCommentGroup >= programme.minimumGroup, {
    path: ['minimumCommentGroup'],
    message: sayBoth({
      en: 'Comments need a group at least as large as scores.',
      zh: '意见所需的最小群体不能小于评分。',
    }),
  });

/** A round opens at nine in the morning and closes at six in the evening, in the organisation's time zone. */
export const roundHours = { opens: 9, closes: 18 } as const;

export const roundInput = z
  .object({ programmeId: z.uuid(), opensOn: z.iso.date(), closesOn: z.iso.date() })
  .refine((round) => round.closesOn >= round.opensOn, {
    path: ['closesOn'],
    message: sayBoth({
      en: 'A round closes on the day it opens or later.',
      zh: '结束日期不能早于开始日期。',
    }),
  });

export const pulseErrors = {
  otherRoundOpen: {
    en: 'Another round is open. Nobody is asked by two rounds at once: close that one first.',
    zh: '已有一轮调查正在进行。为避免同时收到两份调查，请先结束该轮。',
  },
  notPlanned: {
    en: 'Only a planned round can be opened.',
    zh: '只有计划中的轮次才能开放。',
  },
  notOpen: { en: 'Only an open round can be closed.', zh: '只有进行中的轮次才能结束。' },
  alreadyOver: {
    en: 'This round should have closed already. Plan a new one.',
    zh: '该轮的结束时间已过，请计划新的一轮。',
  },
  nobody: {
    en: 'Nobody works in a department today, so there is nobody to ask.',
    zh: '目前没有在职员工可以邀请。',
  },
} satisfies Record<string, Text>;
