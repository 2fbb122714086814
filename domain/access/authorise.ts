import { subject as tag } from '@casl/ability';
import { Forbidden, NotFound } from '../../platform/errors';
import { abilityOf, type AppAbility } from './ability';
import type { Action, SubjectName, Subjects } from './subjects';
import type { Viewer } from './viewer';

const abilities = new WeakMap<Viewer, AppAbility>();

function knownAbility(viewer: Viewer): AppAbility {
  const known = abilities.get(viewer);
  if (known) return known;
  const built = abilityOf(viewer);
  abilities.set(viewer, built);
  return built;
}

/** Whether the viewer may do this: to the given thing, or, without one, to any thing of the kind. */
export function isAllowed<K extends SubjectName>(
  viewer: Viewer,
  action: Action,
  subjectName: K,
  facts?: Subjects[K],
): boolean {
  const ability = knownAbility(viewer);
  return facts
    ? ability.can(action, tag(subjectName, { ...facts }) as never)
    : ability.can(action, subjectName);
}

/**
 * The first line of a use case. Throws NotFound where the viewer may not even read the thing, so that it looks as if
 * it did not exist, and Forbidden where they may read it but not do this. Without facts: any thing of the kind.
 */
export function authorise<K extends SubjectName>(
  viewer: Viewer,
  action: Action,
  subjectName: K,
  facts?: Subjects[K],
): void {
  if (isAllowed(viewer, action, subjectName, facts)) return;
  if (action !== 'read' && isAllowed(viewer, 'read', subjectName, facts)) throw new Forbidden();
  throw new NotFound();
}
