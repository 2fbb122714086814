import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useOwnDatabase } from '../../test/harness/use-database';
import type { Db } from '../db';
import { createQueue, listJobs, startWorker } from '../queue';
import type { RunningWorker } from '../queue';
import { createMailer, createMailServer, mailJobs, openLetter } from './index';

const mail = {
  to: 'anna@aster.example',
  subject: 'Your pulse / 您的脉动调查',
  text: 'One minute, please. 请花一分钟。',
  html: '<p>One minute, please. 请花一分钟。</p>',
  links: 'open' as const,
};

const secret = 'a secret that only this test knows';

interface MailContext {
  db: Db;
  config: { isDemo: boolean; secret: string };
}

describe('the mailer', () => {
  const own = useOwnDatabase();
  const received: string[] = [];
  let refusals = 0;
  let isRefusing = false;
  let smtp: SMTPServer;
  let worker: RunningWorker | undefined;
  let port = 0;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (isRefusing) {
            done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
            return;
          }
          if (refusals > 0) {
            refusals -= 1;
            done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
            return;
          }
          received.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      const listening = smtp.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        port = typeof address === 'object' && address ? address.port : 0;
        resolve();
      });
    });
  });
  afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)));
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await own.db.deleteFrom('outbox_mail').execute();
    received.length = 0;
    isRefusing = false;
  });

  const outbox = () =>
    own.db.selectFrom('outbox_mail').select(['status', 'attempts', 'last_error']).execute();
  const eventually = async (status: string) => {
    for (let i = 0; i < 400 && (await outbox())[0]?.status !== status; i++) await sleep(25);
  };
  const startMailing = async () => {
    const server = createMailServer(`smtp://127.0.0.1:${port}`, 'Tandem <tandem@aster.example>');
    const jobs = mailJobs<MailContext>(server);
    worker = await startWorker({
      databaseUrl: own.url,
      db: own.db,
      jobs,
      makeContext: () => Promise.resolve({ db: own.db, config: { isDemo: false, secret } }),
      log: pino({ level: 'silent' }),
    });
    return createMailer(own.db, { queue: createQueue(jobs), hasServer: true, secret });
  };

  it('sends over SMTP and records that it did', async () => {
    const mailer = await startMailing();
    await mailer.send(mail);
    await eventually('sent');
    expect(await outbox()).toEqual([{ status: 'sent', attempts: 1, last_error: null }]);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('To: anna@aster.example');
    expect(received[0]).toContain('From: Tandem <tandem@aster.example>');
  });

  it('forgets the links of a personal mail once it is sent, and only then', async () => {
    const mailer = await startMailing();
    const link = 'https://tandem.example/p/secret';
    await mailer.send({
      ...mail,
      text: `Answer: ${link}`,
      html: `<p><a href="${link}">Answer</a></p>`,
      links: 'personal',
    });
    await eventually('sent');
    expect(received[0]).toContain(link);
    const stored = await own.db.selectFrom('outbox_mail').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain('secret');
    expect(stored.text_body).toBe('Answer: […]');
  });

  it('sends a sealed mail of which nothing can be read in the database, neither before nor after', async () => {
    const queue = createQueue(mailJobs<MailContext>(undefined));
    const sealed = { ...mail, links: 'sealed' as const };
    await createMailer(own.db, { queue, hasServer: true, secret }).send(sealed);
    const waiting = await own.db.selectFrom('outbox_mail').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify({ ...waiting, sealed: waiting.sealed?.toString('latin1') })).not.toMatch(
      /anna|pulse|minute/i,
    );
    expect(openLetter(secret, waiting.sealed!)).toMatchObject({ to: mail.to, text: mail.text });
    await startMailing();
    await eventually('sent');
    expect(received[0]).toContain('To: anna@aster.example');
    const sent = await own.db.selectFrom('outbox_mail').selectAll().executeTakeFirstOrThrow();
    expect(sent).toMatchObject({ to_address: '', subject: '', text_body: '', sealed: null });
  });

  it('seals mails of equal length whoever they are to, and tells only a code when one is refused', async () => {
    const queue = createQueue([]);
    const mailer = createMailer(own.db, {
      queue: { ...queue, enqueue: () => Promise.resolve() },
      hasServer: true,
      secret,
    });
    await mailer.send({ ...mail, links: 'sealed' });
    await mailer.send({ ...mail, to: 'bartholomew.longname@aster.example', links: 'sealed' });
    const stored = await own.db
      .selectFrom('outbox_mail')
      .select(['outbox_mail_id', 'sealed'])
      .execute();
    expect(new Set(stored.map(({ sealed }) => sealed?.length)).size).toBe(1);

    const refusing = {
      deliver: () =>
        Promise.reject(
          Object.assign(new Error('550 no anna@aster.example here'), { responseCode: 550 }),
        ),
      close: () => undefined,
    };
    const [send] = mailJobs<MailContext>(refusing);
    const running = send!.run(
      { db: own.db, config: { isDemo: false, secret } },
      { outboxMailId: stored[0]?.outbox_mail_id },
      { isLastAttempt: true } as never,
    );
    await expect(running).rejects.toThrow('A confidential mail was not sent (550)');
    const [failed] = await own.db
      .selectFrom('outbox_mail')
      .select('last_error')
      .where('status', '=', 'failed')
      .execute();
    expect(failed).toEqual({ last_error: 'A confidential mail was not sent (550)' });
  });

  it('tries again when the mail server refuses for now', async () => {
    refusals = 1;
    const mailer = await startMailing();
    await mailer.send(mail);
    await eventually('sent');
    expect(await outbox()).toEqual([{ status: 'sent', attempts: 2, last_error: null }]);
    expect(received).toHaveLength(1);
  });

  it('is told once that a mail is refused for good, and does not try again', async () => {
    isRefusing = true;
    const mailer = await startMailing();
    const id = await mailer.send(mail);
    await eventually('failed');
    await worker?.stop();
    worker = undefined;
    expect(await outbox()).toEqual([
      { status: 'failed', attempts: 1, last_error: expect.stringContaining('No such mailbox') },
    ]);
    const { is_refused: isRefused } = await own.db
      .selectFrom('outbox_mail')
      .select('is_refused')
      .where('outbox_mail_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(isRefused).toBe(true);
    expect((await listJobs(own.db)).jobs).toEqual([]);
  });

  it('sends nothing when the transaction of the caller is rolled back', async () => {
    const mailer = await startMailing();
    const failing = own.db.transaction().execute(async (tx) => {
      await mailer.send(mail, { db: tx });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await outbox()).toEqual([]);
    expect(received).toEqual([]);
  });

  it('keeps every mail in the outbox when no mail server is configured', async () => {
    const mailer = createMailer(own.db, { queue: createQueue([]), hasServer: false, secret });
    await mailer.send(mail);
    expect(await outbox()).toEqual([{ status: 'kept', attempts: 0, last_error: null }]);
  });
});
