import { beforeAll, expect, it } from 'vitest';

import { type Caller, callers } from '../contract/access/callers';
import { type DemoFacts, demoFacts } from '../contract/access/demo-facts';
import { allCases } from '../contract/fuzz/argument-cases';
import { accessOf, internalErrorsOf } from '../contract/fuzz/fuzz';
import { seededRandom } from '../factories/graphql-bomb';
import { useSemanticDatabase } from '../parity/semantic-database';

const semantic = useSemanticDatabase({
  template: 'template_seeded',
  fill: () => Promise.resolve(),
});
let facts: DemoFacts;
beforeAll(async () => {
  facts = await demoFacts(semantic.database);
});

it('no value in any argument ends in an error of ours, as somebody who may ask and as somebody else', async () => {
  const random = seededRandom(20261125);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const errors: string[] = [];
  let sent = 0;
  for (const fuzzed of allCases()) {
    const { allowed } = accessOf(fuzzed.field);
    const asked: Caller[] = allowed.length > 0 ? [pick(allowed)] : [];
    // Most of what strangers send is refused before anybody looks at it: a third of it is enough.
    if (random() < 0.33) asked.push(pick(callers));
    for (const caller of asked) {
      sent += 1;
      errors.push(...(await internalErrorsOf(semantic, facts, { ...fuzzed, caller })));
    }
  }
  process.stdout.write(`${sent} requests, ${errors.length} errors of ours\n`);
  expect(errors).toEqual([]);
});
