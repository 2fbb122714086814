import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDepartment, anEmployee } from '../../test/factories/organisation';
import { anOpenRound, aPlannedRound, answer, closed, tokenOf } from '../../test/factories/pulse';
import { aViewer } from '../../test/factories/viewer';
import { testContext } from '../../test/harness/test-context';
import { useDatabase } from '../../test/harness/use-database';
import { fixedClock } from '../../platform/clock';
import { openLetter } from '../../platform/mailer';
import { anonymousViewer, systemViewer } from '../access';
import type { Context } from '../context';
import { updateEmployee } from '../organisation';
import {
  findOwnPulse,
  findPulseInvitation,
  getPulseRound,
  listPulseParticipation,
  listPulseRounds,
  openPulseRound,
  submitPulse,
} from '.';
import { turnRounds } from './turn-rounds';
import { writeToInvited } from './write-to-invited';

const hr = aViewer({ roles: ['hr'] });

describe('a pulse round', () => {
  const t = useDatabase();
  let ctx: Context;
  let people: string[];
  let departmentId: string;

  beforeEach(async () => {
    ctx = testContext(t.db, anonymousViewer);
    departmentId = await aDepartment(t.db);
    people = [];
    for (let index = 0; index < 6; index++) {
      people.push(
        await anEmployee(t.db, {
          departmentId,
          email: `p${index}@works.example`,
          locale: index === 0 ? 'zh' : 'en',
        }),
      );
    }
    await anEmployee(t.db, { departmentId, leftOn: '2026-10-31' });
  });

  /** What the outbox holds, opened with the product's secret. */
  async function sentMails() {
    const rows = await t.db.selectFrom('outbox_mail').select('sealed').execute();
    return rows.map(({ sealed }) => openLetter(ctx.config.secret, Buffer.from(sealed!)));
  }

  it('invites everyone who works here on the day it opens, and nobody who has left', async () => {
    const { roundId } = await anOpenRound(ctx);
    const asked = await t.db
      .selectFrom('pulse_invitation')
      .select('employee_id')
      .where('pulse_round_id', '=', roundId)
      .execute();
    expect(asked.map(({ employee_id: id }) => id).sort()).toEqual([...people].sort());
  });

  it('locks what respondents were promised when it opens', async () => {
    await anOpenRound(ctx);
    const change = t.db
      .transaction()
      .execute((tx) => tx.updateTable('pulse_programme').set({ minimum_group: 3 }).execute());
    await expect(change).rejects.toThrow('what respondents were promised never changes');
  });

  it('is not opened while another is open', async () => {
    await anOpenRound(ctx);
    const other = await aPlannedRound(ctx);
    const opening = openPulseRound({ ...ctx, viewer: hr }, { roundId: other.roundId });
    await expect(opening).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is opened and closed by those who run pulses only', async () => {
    const { roundId } = await aPlannedRound(ctx);
    const manager = aViewer({
      roles: ['manager', 'employee'],
      employeeId: people[0]!,
      ownDepartmentId: departmentId,
    });
    await expect(openPulseRound({ ...ctx, viewer: manager }, { roundId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(getPulseRound({ ...ctx, viewer: manager }, { roundId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await listPulseRounds({ ...ctx, viewer: hr })).toHaveLength(1);
  });

  it('opens and closes at its times, however late the clockwork is', async () => {
    const { roundId } = await aPlannedRound(ctx);
    const asSystem = { ...ctx, viewer: systemViewer };
    await turnRounds(asSystem, { moment: new Date('2026-11-16T08:59:00Z') });
    expect((await getPulseRound({ ...ctx, viewer: hr }, { roundId })).status).toBe('planned');
    await turnRounds(asSystem, { moment: new Date('2026-11-16T09:00:00Z') });
    expect((await getPulseRound({ ...ctx, viewer: hr }, { roundId })).status).toBe('open');
    const later = { ...asSystem, clock: fixedClock('2026-11-30T20:00:00Z') };
    await turnRounds(later, { moment: new Date('2026-11-30T18:00:00Z') });
    const round = await getPulseRound({ ...ctx, viewer: hr }, { roundId });
    expect(round).toMatchObject({ status: 'closed', closesAt: new Date('2026-11-30T18:00:00Z') });
  });

  it('is on the home page of an invited person, with the link that the mail has', async () => {
    const { roundId } = await anOpenRound(ctx);
    const employeeId = people[0]!;
    const viewer = aViewer({ roles: ['employee'], employeeId });
    const own = await findOwnPulse({ ...ctx, viewer });
    expect(own).toMatchObject({ isAnswered: false, daysLeft: 15 });
    expect(own?.path).toBe(`/p/${await tokenOf(ctx, roundId, employeeId)}`);
    expect(
      await findOwnPulse({ ...ctx, viewer: aViewer({ roles: ['administrator'] }) }),
    ).toBeNull();
  });

  it('writes to everyone in their language once, and reminds only those who have not answered', async () => {
    const { roundId } = await anOpenRound(ctx);
    const asSystem = { ...ctx, viewer: systemViewer };
    await writeToInvited(asSystem, { roundId, occasion: 'opening', after: null });
    const mails = await sentMails();
    expect(mails).toHaveLength(6);
    const chinese = mails.find(({ to }) => to === 'p0@works.example');
    expect(chinese?.subject).toBe('团队脉动：用一分钟说说您的看法');
    expect(chinese?.text).toContain(`/p/${await tokenOf(ctx, roundId, people[0]!)}?lang=zh`);
    await answer(ctx, { roundId, employeeId: people[0]! });
    await writeToInvited(asSystem, { roundId, occasion: 'reminder', after: null });
    const all = await sentMails();
    expect(all).toHaveLength(11);
    expect(all.filter(({ to }) => to === 'p0@works.example')).toHaveLength(1);
  });

  it('leaves no trace of whom it reminded, neither in the outbox nor in the queue', async () => {
    const { roundId } = await anOpenRound(ctx);
    await answer(ctx, { roundId, employeeId: people[0]! });
    const asSystem = { ...ctx, viewer: systemViewer };
    await writeToInvited(asSystem, { roundId, occasion: 'reminder', after: null });
    const outbox = await t.db.selectFrom('outbox_mail').selectAll().execute();
    expect(outbox).toHaveLength(5);
    expect(new Set(outbox.map(({ sealed }) => sealed?.length)).size).toBe(1);
    const { rows: jobs } = await sql`
      select to_json(j) as row from graphile_worker._private_jobs j`.execute(t.db);
    const readable = JSON.stringify([outbox.map(({ sealed: _, ...mail }) => mail), jobs]);
    const invitations = await t.db
      .selectFrom('pulse_invitation')
      .select('pulse_invitation_id')
      .execute();
    const words = [...people, ...invitations.map(({ pulse_invitation_id: id }) => id)];
    for (const word of [...words, '@works.example', 'Kim', 'Team pulse', '团队脉动'])
      expect(readable, word).not.toContain(word);
  });

  it('takes answers once per person; the same page again is thanked, another page is told', async () => {
    const { roundId } = await anOpenRound(ctx);
    const employeeId = people[1]!;
    const pageKey = 'a key that the page made';
    expect(await answer(ctx, { roundId, employeeId, pageKey })).toEqual({
      ok: true,
      state: 'stored',
    });
    expect(await answer(ctx, { roundId, employeeId, pageKey })).toEqual({
      ok: true,
      state: 'stored',
    });
    expect(await answer(ctx, { roundId, employeeId })).toEqual({ ok: true, state: 'answered' });
    const ballots = await t.db.selectFrom('pulse_ballot').select('pulse_round_id').execute();
    expect(ballots).toEqual([{ pulse_round_id: roundId }]);
    const token = await tokenOf(ctx, roundId, employeeId);
    expect((await findPulseInvitation(ctx, token)).state).toBe('answered');
  });

  it('takes no answer of a person who has left since it opened', async () => {
    const { roundId } = await anOpenRound(ctx);
    const [employeeId] = people as [string];
    const token = await tokenOf(ctx, roundId, employeeId);
    expect(await findPulseInvitation(ctx, token)).toMatchObject({ state: 'open' });
    await t.db
      .updateTable('employee')
      .set({ left_on: '2026-11-16' })
      .where('employee_id', '=', employeeId)
      .execute();
    expect(await findPulseInvitation(ctx, token)).toEqual({ state: 'unknown' });
    expect(await answer(ctx, { roundId, employeeId })).toEqual({ ok: true, state: 'unknown' });
  });

  it('takes no answer after it has closed', async () => {
    const { roundId } = await anOpenRound(ctx);
    await closed(ctx, roundId);
    expect(await answer(ctx, { roundId, employeeId: people[1]! })).toEqual({
      ok: true,
      state: 'closed',
    });
    expect(await t.db.selectFrom('pulse_ballot').select('pulse_round_id').execute()).toEqual([]);
  });

  it('takes no ballot that could not be opened with the others, because the secret is another', async () => {
    const { roundId } = await anOpenRound(ctx);
    await answer(ctx, { roundId, employeeId: people[0]! });
    const changed = {
      ...ctx,
      config: { ...ctx.config, secret: 'a secret of a later day, also long' },
    };
    await expect(answer(changed, { roundId, employeeId: people[1]! })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(await answer(ctx, { roundId, employeeId: people[1]! })).toMatchObject({
      state: 'stored',
    });
  });

  it('opens for no token that the product did not make', async () => {
    const { roundId } = await anOpenRound(ctx);
    const token = await tokenOf(ctx, roundId, people[0]!);
    const forged = `${token.slice(0, -2)}AA`;
    for (const wrong of [forged, 'x', '', token.slice(1)]) {
      expect((await findPulseInvitation(ctx, wrong)).state).toBe('unknown');
      expect(
        await submitPulse(ctx, { token: wrong, pageKey: 'k', submitted: { enps: '9' } }),
      ).toEqual({
        ok: true,
        state: 'unknown',
      });
    }
  });

  it('writes to nobody at an address that was entered after it had opened', async () => {
    const { roundId } = await anOpenRound(ctx);
    const asHr = { ...ctx, viewer: hr };
    const [changed, recased] = people;
    const give = (employeeId: string | undefined, employeeNumber: string, email: string) =>
      updateEmployee(asHr, {
        employeeId,
        employeeNumber,
        fullName: 'Kim Example',
        locale: 'en',
        email,
      });
    await give(changed, 'E-1', 'somebody.else@works.example');
    await give(recased, 'E-2', 'P1@Works.example');
    for (const occasion of ['opening', 'reminder'] as const)
      await writeToInvited({ ...ctx, viewer: systemViewer }, { roundId, occasion, after: null });
    const addresses = (await sentMails()).map(({ to }) => to);
    expect(addresses).toHaveLength(10);
    expect(addresses).not.toContain('somebody.else@works.example');
    expect(addresses).toContain('P1@Works.example');
    const viewer = aViewer({ roles: ['employee'], employeeId: changed! });
    expect(await findOwnPulse({ ...ctx, viewer })).toMatchObject({ isAnswered: false });
  });

  it('shows participation while it is open, to those who answer for the department', async () => {
    const { roundId } = await anOpenRound(ctx);
    await answer(ctx, { roundId, employeeId: people[1]! });
    const manager = aViewer({ roles: ['manager'], ownDepartmentId: departmentId });
    const own = await listPulseParticipation({ ...ctx, viewer: manager }, { roundId });
    expect(own).toEqual([{ departmentId, asked: 6, answered: 1 }]);
    const other = aViewer({ roles: ['manager'], ownDepartmentId: await aDepartment(t.db) });
    const theirs = await listPulseParticipation({ ...ctx, viewer: other }, { roundId });
    expect(theirs).toEqual([{ departmentId: other.ownDepartmentId, asked: null, answered: null }]);
    const employee = { ...ctx, viewer: aViewer({ roles: ['employee'], employeeId: people[0]! }) };
    await expect(listPulseParticipation(employee, { roundId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
