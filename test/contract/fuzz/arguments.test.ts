import { beforeAll, describe, expect, it } from 'vitest';

import { anonymousViewer } from '../../../domain/access';
import {
  choosePassword,
  findAccessLink,
  requestPasswordReset,
  verifySignIn,
} from '../../../domain/identity';
import { AppError } from '../../../platform/errors';
import { seededRandom } from '../../factories/graphql-bomb';
import { nastyTexts, nastyValuesOf } from '../../factories/nasty-values';
import { testContext } from '../../harness/test-context';
import { useSemanticDatabase } from '../../parity/semantic-database';
import { callers } from '../access/callers';
import { type DemoFacts, demoFacts } from '../access/demo-facts';
import { fuzzedFields } from './argument-cases';
import { newId } from '../../../platform/ids';
import { accessOf, internalErrorsOf, toldTo } from './fuzz';

const semantic = useSemanticDatabase({
  template: 'template_seeded',
  fill: () => Promise.resolve(),
});
let facts: DemoFacts;
beforeAll(async () => {
  facts = await demoFacts(semantic.database);
});

describe('whatever stands in an argument', () => {
  const withArguments = fuzzedFields.filter(({ places }) => places.length > 0);

  // A sample that is the same every time; `npm run prove -- arguments` sends every value to every place.
  it.each(withArguments.map((field, index) => [field.name, field, index] as const))(
    '%s answers or says what is wrong',
    async (_name, field, index) => {
      const random = seededRandom(index + 1);
      const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
      const { allowed } = accessOf(field);
      for (let n = 0; n < 4; n++) {
        const { path, type } = pick(field.places);
        const value = pick(nastyValuesOf(type));
        const caller = n < 3 && allowed.length > 0 ? pick(allowed) : pick(callers);
        const errors = await internalErrorsOf(semantic, facts, { field, path, value, caller });
        expect(errors).toEqual([]);
      }
    },
  );
});

it('whatever is typed before signing in is refused or let through, and never an error of ours', async () => {
  const ctx = testContext(semantic.database.db, anonymousViewer);
  const doors: ((text: string, address: string) => Promise<unknown>)[] = [
    (text, address) =>
      verifySignIn(ctx, { email: text, password: text }, { address, browserTokens: [text] }),
    (text, address) => requestPasswordReset(ctx, { email: text }, { address }),
    (text) => findAccessLink(ctx, { token: text }),
    (text) => choosePassword(ctx, { token: text, newPassword: text }),
  ];
  for (const [index, text] of nastyTexts.entries()) {
    for (const door of doors) {
      const outcome = await door(text, `192.0.2.${index}`).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome, text).toBeInstanceOf(AppError);
    }
  }
});

const uuidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The same variables with ids of nothing. */
function ofNothing(variables: unknown): unknown {
  return JSON.parse(JSON.stringify(variables), (_key, value: unknown) =>
    typeof value === 'string' && uuidText.test(value) ? newId() : value,
  );
}

/** A manager reads the reviews of their reports, so that they may be told that acknowledging one is not theirs to do. */
const readableAllTheSame = new Set(['acknowledgeReview manager']);

it('what a caller may not see is answered as if it did not exist', async () => {
  const told: string[] = [];
  for (const field of fuzzedFields) {
    const { allowed, arguments: given } = accessOf(field);
    const variables = given?.(facts);
    const unknown = ofNothing(variables ?? {}) as Record<string, unknown>;
    if (!variables || JSON.stringify(variables) === JSON.stringify(unknown)) continue;
    for (const caller of callers.filter((candidate) => !allowed.includes(candidate))) {
      if (readableAllTheSame.has(`${field.name} ${caller}`)) continue;
      const ofThing = await toldTo(semantic, facts, { field, variables, caller });
      const ofNone = await toldTo(semantic, facts, { field, variables: unknown, caller });
      if (ofThing !== ofNone) told.push(`${field.name} as ${caller}: ${ofThing}, else ${ofNone}`);
    }
  }
  expect(told).toEqual([]);
});
