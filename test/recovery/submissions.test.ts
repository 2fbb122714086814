import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../platform/ids';
import { filledIn } from './answering-people';
import { Product } from './product';

const respondents = 200;

interface Submission {
  key: string;
  comment: string;
  confirmed: boolean;
}

describe('submissions while the power goes out', () => {
  const product = new Product();
  let address = '';

  beforeAll(async () => {
    await product.start();
    const [link] = await product.ask<{ token: string }>(
      `select token from open_link where deactivated_at is null and channel = 'open_link' order by token limit 1`,
    );
    address = `/f/${link?.token ?? ''}`;
  });
  afterAll(() => product.remove());

  it('keeps every confirmed answer exactly once, also when it is sent again', async () => {
    const form = await (await fetch(product.baseUrl + address)).text();
    const submissions: Submission[] = Array.from({ length: respondents }, (_, index) => ({
      key: randomId(),
      comment: `Answer number ${index} before and after the outage`,
      confirmed: false,
    }));

    let confirmations = 0;
    let killing: Promise<void> | undefined;
    const send = async (submission: Submission) => {
      const answer = await fetch(product.baseUrl + address, {
        method: 'POST',
        redirect: 'manual',
        body: filledIn(form, submission),
      });
      submission.confirmed = answer.status === 303;
      confirmations += submission.confirmed ? 1 : 0;
      if (confirmations === respondents / 4) killing ??= product.kill();
    };
    await Promise.allSettled(submissions.map(send));
    await killing;

    const confirmed = submissions.filter((submission) => submission.confirmed).length;
    expect(confirmed).toBeGreaterThanOrEqual(respondents / 4);
    await product.start();
    const storedOf = async () => {
      const rows = await product.ask<{ comment: string; times: number }>(
        `select comment, count(*)::int as times from feedback where comment like 'Answer number %' group by comment`,
      );
      return new Map(rows.map(({ comment, times }) => [comment, times]));
    };
    const afterOutage = await storedOf();
    for (const submission of submissions.filter((one) => one.confirmed)) {
      expect(afterOutage.get(submission.comment), submission.comment).toBe(1);
    }

    // Every page sends again what it did not see confirmed; some send again what was.
    for (const submission of submissions) await send(submission);
    expect(submissions.every((submission) => submission.confirmed)).toBe(true);
    const afterAll = await storedOf();
    expect(afterAll.size).toBe(respondents);
    expect([...afterAll.values()].every((times) => times === 1)).toBe(true);
  });
});
