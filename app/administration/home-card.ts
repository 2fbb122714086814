import type { LoaderFunctionArgs } from '@remix-run/node';

import { systemState } from './system-card.document';

type Input = Pick<LoaderFunctionArgs, 'context'>;

/** The home page's card for administrators: whether everything works, and where to look when it does not. */
export const systemHomeCard = {
  roles: ['administrator'] as const,
  load: async ({ context }: Input) => {
    const { failed, retrying, failedMails } = await context.query(systemState);
    return {
      failed: failed.totalCount,
      retrying: retrying.totalCount,
      hasFailedMail: failedMails.edges.length > 0,
    };
  },
};
