import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Role } from '../access';
import { aViewer } from '../../test/factories/viewer';
import { actAs } from '../../test/harness/act-as';
import { useDatabase } from '../../test/harness/use-database';
import {
  discardBackgroundJob,
  getOutboxMail,
  listBackgroundJobs,
  listOutboxMails,
  retryBackgroundJob,
} from '.';

const database = useDatabase();
const as = (...roles: Role[]) => actAs(database.db, aViewer({ roles })).ctx;

async function aMail(subject: string) {
  const ctx = as('administrator');
  await ctx.mailer.send(
    { to: 'kim@example.org', subject, text: `Text of ${subject}`, html: '' },
    { db: ctx.db },
  );
}

describe('the outbox', () => {
  it('shows mails to administrators, newest first, with their text', async () => {
    await aMail('First');
    await aMail('Second');
    const ctx = as('administrator');
    const mails = await listOutboxMails(ctx, { filter: {}, page: { limit: 10 } });
    expect(mails.map(({ subject }) => subject)).toEqual(['Second', 'First']);
    const [found] = await listOutboxMails(ctx, {
      filter: { search: 'FIRST' },
      page: { limit: 10 },
    });
    const mail = await getOutboxMail(ctx, { outboxMailId: found?.outboxMailId ?? '' });
    expect(mail).toMatchObject({ subject: 'First', text: 'Text of First' });
  });

  it('is hidden from everyone else', async () => {
    await aMail('First');
    expect(() =>
      listOutboxMails(as('hr', 'executive'), { filter: {}, page: { limit: 1 } }),
    ).toThrow();
  });
});

describe('background jobs', () => {
  async function aFailedJob(): Promise<string> {
    await aMail('Undeliverable');
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no server'`.execute(
      database.db,
    );
    const { jobs } = await listBackgroundJobs(as('administrator'), { limit: 10, offset: 0 });
    return jobs[0]?.jobId ?? '';
  }

  it('say why they failed, and run again when an administrator wants it', async () => {
    const ctx = as('administrator');
    const jobId = await aFailedJob();
    const failed = await listBackgroundJobs(ctx, { state: 'failed', limit: 10, offset: 0 });
    expect(failed).toMatchObject({ total: 1, jobs: [{ jobId, lastError: 'no server' }] });
    await retryBackgroundJob(ctx, { jobId });
    expect((await listBackgroundJobs(ctx, { state: 'failed', limit: 10, offset: 0 })).total).toBe(
      0,
    );
    const [entry] = await database.db
      .selectFrom('audit_entry')
      .select('action')
      .where('subject_id', '=', jobId)
      .execute();
    expect(entry).toEqual({ action: 'job.retry' });
  });

  it('can be given up', async () => {
    const ctx = as('administrator');
    const jobId = await aFailedJob();
    await discardBackgroundJob(ctx, { jobId });
    expect((await listBackgroundJobs(ctx, { limit: 10, offset: 0 })).total).toBe(0);
    await expect(discardBackgroundJob(ctx, { jobId })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(retryBackgroundJob(as('hr'), { jobId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
