import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { replyWithError } from './reply';

const schema = z.object({ name: z.string(), goals: z.array(z.object({ title: z.string() })) });

function sent(): FormData {
  const form = new FormData();
  form.set('name', 'Kim');
  form.set('goals[0].title', 'Answer sooner');
  return form;
}

describe('a form that the server refused', () => {
  const submission = parseWithZod(sent(), { schema });

  it('has each message beside its field and keeps what was typed', () => {
    const result = replyWithError(submission, {
      code: 'INVALID',
      message: 'Some of the input needs attention.',
      fields: [{ path: ['goals', '0', 'title'], message: 'Say more.' }],
    });
    expect(result.error).toEqual({ 'goals[0].title': ['Say more.'] });
    expect(result.initialValue).toMatchObject({ name: 'Kim' });
  });

  it('says on top what concerns no field', () => {
    const result = replyWithError(submission, {
      code: 'CONFLICT',
      message: 'The cycle is closed.',
      fields: [],
    });
    expect(result.error).toEqual({ '': ['The cycle is closed.'] });
  });
});
