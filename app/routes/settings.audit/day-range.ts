/** The moments at which these days begin and end in the zone; null where no day is given. */
export function dayRange(
  { from, to }: { from: string | null; to: string | null },
  timeZone: string,
): { since: string | null; until: string | null } {
  return {
    since: from ? startOfDay(from, timeZone) : null,
    until: to ? startOfDay(nextDay(to), timeZone) : null,
  };
}

function nextDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + 86_400_000).toISOString().slice(0, 10);
}

function startOfDay(day: string, timeZone: string): string | null {
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(utc)) return null;
  // The second look sees the offset that holds at the beginning of that day, also on a day on which the clock changes.
  const guess = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(guess, timeZone)).toISOString();
}

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(time);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(time / 1000) * 1000;
}
