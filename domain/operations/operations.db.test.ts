import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { randomId } from '../../platform/ids';
import { createMailer, type LinkPrivacy } from '../../platform/mailer';
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

async function aMail(subject: string, links: LinkPrivacy = 'open', hasServer = true) {
  const ctx = as('administrator');
  const link = 'https://tandem.example/p/secret';
  const mailer = createMailer(ctx.db, { queue: ctx.queue, hasServer, secret: ctx.config.secret });
  await mailer.send(
    {
      to: 'kim@example.org',
      subject,
      text: links === 'open' ? `Text of ${subject}` : `Go on: ${link}`,
      html: `<p><a href="${link}">Go on</a></p>`,
      links,
    },
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

  const shown = async (links: LinkPrivacy, { hasServer = false, isDemo = false } = {}) => {
    await aMail('A link', links, hasServer);
    const ctx = as('administrator');
    const [mail] = await listOutboxMails(ctx, { filter: {}, page: { limit: 1 } });
    return getOutboxMail(
      { ...ctx, config: { ...ctx.config, isDemo } },
      { outboxMailId: mail?.outboxMailId ?? '' },
    );
  };

  it('never shows a personal link, whether the mail is sent or kept', async () => {
    for (const hasServer of [true, false]) {
      const mail = await shown('personal', { hasServer });
      expect(mail).toMatchObject({
        links: 'hidden',
        text: 'Go on: [This link is personal and hidden here.]',
      });
      expect(JSON.stringify(mail)).not.toContain('secret');
    }
  });

  it('shows an invitation to an administrator only while nobody else can bring it to the person', async () => {
    expect(await shown('entrusted')).toMatchObject({
      links: 'entrusted',
      text: 'Go on: https://tandem.example/p/secret',
    });
    const handedToServer = await shown('entrusted', { hasServer: true });
    expect(handedToServer.links).toBe('hidden');
    expect(JSON.stringify(handedToServer)).not.toContain('secret');
  });

  it('says of a sealed mail only that it was written, also in a demo organisation', async () => {
    for (const isDemo of [false, true]) {
      for (const hasServer of [false, true]) {
        const mail = await shown('sealed', { hasServer, isDemo });
        expect(mail).toMatchObject({
          to: null,
          subject: null,
          text: '',
          html: '',
          links: 'sealed',
        });
      }
    }
    const found = await listOutboxMails(as('administrator'), {
      filter: { search: 'kim' },
      page: { limit: 5 },
    });
    expect(found).toEqual([]);
  });

  it('shows everything in a demo organisation, and says so', async () => {
    expect(await shown('personal', { isDemo: true })).toMatchObject({
      links: 'demo',
      text: 'Go on: https://tandem.example/p/secret',
    });
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

  it('that are planned for later cannot be brought forward: a reminder would tell who needs none', async () => {
    const ctx = as('administrator');
    const runAt = new Date('2199-01-01T00:00:00Z');
    const payload = { roundId: randomId(), occasion: 'reminder', after: null };
    await ctx.queue.enqueue(ctx.db, 'pulse.write-to-invited', payload, { runAt });
    const { jobs } = await listBackgroundJobs(ctx, { limit: 10, offset: 0 });
    const jobId = jobs[0]!.jobId;
    await expect(retryBackgroundJob(ctx, { jobId })).rejects.toMatchObject({ code: 'CONFLICT' });
    const after = await listBackgroundJobs(ctx, { limit: 10, offset: 0 });
    expect(after.jobs).toMatchObject([{ jobId, state: 'scheduled', runAt }]);
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
