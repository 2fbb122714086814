import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../seeds/demo-accounts';
import { aFeedbackFile } from '../factories/feedback-file';
import { Product } from './product';
import ownDocuments from '../../graphql/persisted-documents.json' with { type: 'json' };

const rows = 40_000;

interface ImportState {
  status: string;
  rowsRead: number;
  rowsStored: number;
  rowsRejected: number;
}

describe('an import while the power goes out', () => {
  const product = new Product();
  let cookie = '';

  beforeAll(async () => {
    await product.start();
    cookie = await signIn(product);
  });
  afterAll(() => product.remove());

  /** Runs a document of the portal's own pages, by the name of its operation: no other comes in. */
  const run = async <Data>(operation: string, variables: object): Promise<Data> => {
    const [documentId] =
      Object.entries(ownDocuments).find(([, text]) => text.includes(` ${operation}(`)) ?? [];
    const answer = await fetch(`${product.baseUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
      body: JSON.stringify({ documentId, variables }),
    });
    const result = (await answer.json()) as { data?: Data; errors?: unknown };
    if (!result.data || result.errors) throw new Error(JSON.stringify(result.errors));
    return result.data;
  };
  const stateOf = async (importId: string) =>
    (await run<{ feedbackImport: ImportState }>('ImportOverview', { importId })).feedbackImport;
  const until = async (importId: string, isSo: (state: ImportState) => boolean, pauseMs = 100) => {
    for (;;) {
      const state = await stateOf(importId);
      if (state.status === 'FAILED') throw new Error('The import failed');
      if (isSo(state)) return state;
      await sleep(pauseMs);
    }
  };

  it('goes on after the restart and stores every row exactly once', async () => {
    const file = aFeedbackFile({ rows, seed: 7 });
    const importId = await upload(product, cookie, file.content);
    const { feedbackImport } = await run<{
      feedbackImport: { guess: Record<string, unknown> };
    }>('ImportForColumns', { importId });
    await run('MapImportColumns', {
      input: { importId, mapping: mappingFrom(feedbackImport.guess) },
    });
    await until(importId, ({ status }) => status === 'PROFILED');
    await matchDepartments(importId);
    const checked = await until(importId, ({ status }) => status === 'CHECKED');
    const expected = checked.rowsStored;
    expect(expected).toBeGreaterThan(rows * 0.9);
    await run('CommitImport', { input: { importId } });
    const interrupted = await until(
      importId,
      ({ status, rowsRead }) => status !== 'COMMITTING' || rowsRead > 0,
      5,
    );
    await product.kill();
    expect(interrupted.status).toBe('COMMITTING');
    expect(interrupted.rowsRead).toBeLessThan(rows);

    await product.start();
    const done = await until(importId, ({ status }) => status === 'DONE');
    expect(done.rowsRead).toBe(rows);
    expect(done.rowsStored).toBe(expected);
    const [stored] = await product.ask<{ n: number; sources: number }>(
      `select count(*)::int as n, count(distinct row_ref)::int as sources
       from feedback f join feedback_origin o using (feedback_id, occurred_at) where source = 'import'`,
    );
    expect(stored).toEqual({ n: expected, sources: expected });
  });

  /** Creates a department for every value of the file. */
  async function matchDepartments(importId: string): Promise<void> {
    const { feedbackImport } = await run<{
      feedbackImport: { suggestedMatches: { path: string[] }[] };
    }>('ImportForDepartments', { importId });
    const [root] = await product.ask<{ id: string }>(
      'select department_id as id from department where parent_department_id is null limit 1',
    );
    await run('MatchImportDepartments', {
      input: {
        importId,
        departments: feedbackImport.suggestedMatches.map(({ path }) => ({
          path,
          action: 'CREATE',
        })),
        createUnderId: root?.id,
      },
    });
  }
});

function mappingFrom(guess: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(guess).filter(([, value]) => value !== null));
}

async function signIn(product: Product): Promise<string> {
  const answer = await fetch(`${product.baseUrl}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: product.baseUrl },
    body: new URLSearchParams({ email: 'analyst@aster.example', password: demoPassword }),
  });
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  if (answer.status !== 302 || cookies.length === 0) throw new Error('Nobody could sign in');
  return cookies.join('; ');
}

async function upload(product: Product, cookie: string, content: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'text/csv' }), 'survey.csv');
  const answer = await fetch(`${product.baseUrl}/uploads/feedback`, {
    method: 'POST',
    headers: { cookie, accept: 'application/json' },
    body: form,
  });
  const { importId } = (await answer.json()) as { importId?: string };
  if (!importId) throw new Error(`The upload was answered with ${answer.status}`);
  return importId;
}
