/** A time in which a person worked here and which is over; `leftOn` is the first day on which they did not. */
export interface Employment {
  hiredOn: string;
  leftOn: string;
}

/** When a person works here: now or until they left, and before that where they came back. */
export interface Employed {
  hiredOn: string;
  leftOn: string | null;
  earlier?: readonly Employment[];
}

/** Whether the person works for the organisation on that day. */
export function isEmployedOn({ hiredOn, leftOn, earlier = [] }: Employed, day: string): boolean {
  const isWithin = (from: string, to: string | null) => from <= day && (to === null || day < to);
  return (
    isWithin(hiredOn, leftOn) || earlier.some((before) => isWithin(before.hiredOn, before.leftOn))
  );
}

/**
 * When a person works here once they are hired again. Who comes back on the very day on which they were to leave was
 * never away: the day of hiring stays, and nothing is over.
 */
export function hiredAgain(
  { hiredOn, leftOn, earlier = [] }: Employed,
  on: string,
): Required<Employed> {
  if (leftOn === null || on === leftOn) return { hiredOn, leftOn: null, earlier };
  const over = leftOn > hiredOn ? [...earlier, { hiredOn, leftOn }] : earlier;
  return { hiredOn: on, leftOn: null, earlier: over };
}

/** Someone who has left can be hired again from then on; who is still to leave, only from the day of leaving. */
export function canBeHiredAgain(
  { leftOn }: Pick<Employed, 'leftOn'>,
  on: string,
  today: string,
): boolean {
  return leftOn !== null && on >= leftOn && (leftOn <= today || on === leftOn);
}
