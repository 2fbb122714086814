import { describe, expect, it } from 'vitest';

import { notBegun } from '../../universal/try-again';
import { type Patience, patientFetch } from './patient-fetch';

const origin = 'https://tandem.example';
const fine = () => new Response('fine', { headers: { 'X-Remix-Response': 'yes' } });
const away = (headers: Record<string, string> = {}) => new Response('', { status: 503, headers });
const cut = () => {
  throw new TypeError('Failed to fetch');
};

/** A page whose server answers so, one after the other; tells what the person was told and how often was asked. */
function pageWith(...answers: (() => Response)[]) {
  const told: Patience[] = [];
  const asked: string[] = [];
  const ask = patientFetch({
    fetch: (input, init) => {
      asked.push(`${init?.method ?? 'GET'} ${String(input)} ${String(init?.body ?? '')}`.trim());
      const answer = answers.shift() ?? fine;
      return new Promise((resolve) => resolve(answer()));
    },
    tell: (patience) => told.push(patience),
    pause: () => Promise.resolve(),
    origin,
  });
  return { ask, told, asked, states: () => told.map(({ state }) => state) };
}
const form = { method: 'POST', body: 'reason=rain' };

describe('a page whose server is away', () => {
  it('asks again for what it reads until it is there', async () => {
    const { ask, states, asked } = pageWith(away, cut, fine);
    expect(await (await ask('/people.data')).text()).toBe('fine');
    expect(asked).toHaveLength(3);
    expect(states()).toEqual(['waiting', 'waiting', 'calm']);
  });

  it('sends again by itself what was not begun, with all that was entered', async () => {
    const { ask, states, asked } = pageWith(() => away({ [notBegun]: 'true' }), fine);
    await ask('/people/new.data', form);
    expect(asked).toEqual(Array(2).fill('POST /people/new.data reason=rain'));
    expect(states()).toEqual(['waiting', 'calm']);
  });

  it.each([
    ['nobody answers', cut],
    ['the answer does not say that nothing was done', away],
    ['a page began with it and failed', () => away({ 'X-Remix-Response': 'yes' })],
  ])('asks the person before it sends a second time where %s', async (_case, answer) => {
    const { ask, told, asked } = pageWith(answer, fine);
    const answered = ask('/people/new.data', form);
    await expect.poll(() => told.at(-1)?.state).toBe('unsure');
    expect(asked).toHaveLength(1);
    const [patience] = told;
    if (patience?.state === 'unsure') patience.sendAgain();
    expect((await answered).ok).toBe(true);
    expect(asked).toHaveLength(2);
    expect(told.at(-1)?.state).toBe('calm');
  });

  it.each([
    ['for a minute, then when the person says so', new URLSearchParams({ reason: 'rain' }), 25],
    ['no password, unless the person says so', new URLSearchParams({ password: 'secret' }), 1],
  ])('sends by itself %s', async (_what, body, times) => {
    const { ask, told, asked } = pageWith(
      ...Array.from({ length: 30 }, () => () => away({ [notBegun]: 'true' })),
    );
    const left = new AbortController();
    const answered = ask('/sign-in.data', { method: 'POST', body, signal: left.signal });
    await expect.poll(() => told.at(-1)?.state).toBe('unsure');
    expect(asked).toHaveLength(times);
    left.abort(new DOMException('Elsewhere', 'AbortError'));
    await expect(answered).rejects.toThrow('Elsewhere');
  });

  it('gives up reading after a while where a page says so itself', async () => {
    const fromPage = () => away({ 'X-Remix-Response': 'yes' });
    const { ask, asked } = pageWith(...Array.from({ length: 9 }, () => fromPage));
    expect((await ask('/scorecards.data')).status).toBe(503);
    expect(asked).toHaveLength(4);
  });

  it('stops waiting when the page wants something else', async () => {
    const { ask, told, states } = pageWith(cut);
    const left = new AbortController();
    const answered = ask('/people/new.data', { ...form, signal: left.signal });
    await expect.poll(() => told.at(-1)?.state).toBe('unsure');
    left.abort(new DOMException('Elsewhere', 'AbortError'));
    await expect(answered).rejects.toThrow('Elsewhere');
    expect(states()).toEqual(['unsure', 'calm']);
  });

  it('leaves other requests and other errors alone', async () => {
    const { ask, told } = pageWith(away, cut, () => new Response('', { status: 500 }));
    expect((await ask('/browser-errors', form)).status).toBe(503);
    await expect(ask('https://elsewhere.example/x.data')).rejects.toThrow('Failed to fetch');
    expect((await ask('/people.data')).status).toBe(500);
    expect(told).toEqual([]);
  });
});
