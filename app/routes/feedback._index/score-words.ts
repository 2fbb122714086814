import type { feedbackMessages } from '../../locales/feedback';

interface Scores {
  npsScore: number | null;
  csatScore: number | null;
  cesScore: number | null;
}

/** The scores of one feedback in words; none where none was given. */
export function scoreWords(
  t: (typeof feedbackMessages)['en'],
  { npsScore, csatScore, cesScore }: Scores,
): string[] {
  return [
    npsScore === null ? null : t.nps({ score: npsScore }),
    csatScore === null ? null : t.csat({ score: csatScore }),
    cesScore === null ? null : t.ces({ score: cesScore }),
  ].filter((words) => words !== null);
}
