import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../domain/context';
import { openBallot } from '../../domain/pulse/ballot';
import { pulseToken } from '../../domain/pulse/pulse-link';
import { randomId } from '../../platform/ids';
import { Product } from './product';

const people = 120;

interface Submission {
  token: string;
  key: string;
  confirmed: boolean;
  comment: string;
}

describe('ballots while the power goes out', () => {
  const product = new Product();
  let submissions: Submission[] = [];
  let sealer: Pick<Context, 'config'>;
  let roundId = '';

  beforeAll(async () => {
    await product.start();
    sealer = { config: { secret: product.secret() } as Context['config'] };
    const invitations = await product.ask<{ id: string; round: string }>(
      `select pulse_invitation_id as id, pulse_round_id as round
       from pulse_invitation join pulse_round using (pulse_round_id) where status = 'open' order by 1`,
    );
    roundId = invitations[0]?.round ?? '';
    submissions = invitations.map(({ id }, index) => ({
      token: pulseToken(sealer as Context, id),
      key: randomId(),
      comment: `Ballot number ${index}`,
      confirmed: false,
    }));
    // Those who have answered in the demo organisation are told so and left out.
    const open = await Promise.all(
      submissions.map(async ({ token }) => {
        const page = await fetch(`${product.baseUrl}/p/${token}`);
        return (await page.text()).includes('name="submission_key"');
      }),
    );
    submissions = submissions.filter((_, index) => open[index]).slice(0, people);
  });
  afterAll(() => product.remove());

  it('keeps every confirmed ballot once, with its mark, and opens each when all is counted', async () => {
    expect(submissions).toHaveLength(people);
    let confirmations = 0;
    let killing: Promise<void> | undefined;
    const send = async (submission: Submission) => {
      const answer = await fetch(`${product.baseUrl}/p/${submission.token}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          submission_key: submission.key,
          enps: '7',
          comment: submission.comment,
        }),
      });
      submission.confirmed = answer.status === 303;
      confirmations += submission.confirmed ? 1 : 0;
      if (confirmations === people / 4) killing ??= product.kill();
    };
    await Promise.allSettled(submissions.map(send));
    await killing;
    expect(submissions.filter(({ confirmed }) => confirmed).length).toBeGreaterThanOrEqual(
      people / 4,
    );

    await product.start();
    const afterOutage = await commentsStored();
    for (const { comment, confirmed } of submissions)
      if (confirmed) expect(afterOutage.get(comment), comment).toBe(1);
    expect(await marksWithoutBallot()).toBe(0);

    // Every page sends again what it did not see confirmed, and some what was; some people open a second page.
    await Promise.all(submissions.map(send));
    expect(submissions.every(({ confirmed }) => confirmed)).toBe(true);
    await Promise.all(
      submissions.map((submission) => send({ ...submission, key: randomId(), comment: 'Twice' })),
    );
    const stored = await commentsStored();
    for (const { comment } of submissions) expect(stored.get(comment), comment).toBe(1);
    expect(stored.get('Twice')).toBeUndefined();
    expect(await marksWithoutBallot()).toBe(0);
  });

  /** How often each comment is in the ballots of the round. */
  async function commentsStored(): Promise<Map<string, number>> {
    const rows = await product.ask<{ sealed: Buffer }>(
      `select sealed from pulse_ballot where pulse_round_id = '${roundId}'`,
    );
    const times = new Map<string, number>();
    for (const { sealed } of rows) {
      for (const [, body] of openBallot(sealer, roundId, Buffer.from(sealed)).comments)
        times.set(body, (times.get(body) ?? 0) + 1);
    }
    return times;
  }

  async function marksWithoutBallot(): Promise<number> {
    const [row] = await product.ask<{ difference: number }>(
      `select ((select count(*) from pulse_participation_mark where pulse_round_id = '${roundId}')
             - (select count(*) from pulse_ballot where pulse_round_id = '${roundId}'))::int as difference`,
    );
    return row?.difference ?? Number.NaN;
  }
});
