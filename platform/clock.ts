/** The only source of the current time, so that a rule can be asked about any day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at the given moment. */
export function fixedClock(moment: Date | string): Clock {
  const time = new Date(moment).getTime();
  return { now: () => new Date(time) };
}
