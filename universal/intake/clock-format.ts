/** The time of day of a value, as its own clock shows it. */
export interface DayTime {
  hour: number;
  minute: number;
  second: number;
}

const beforeNoon = ['am', '上午', '凌晨', '早上', '午前', '오전'];
const afterNoon = ['pm', '下午', '晚上', '午後', '오후'];
const half = `[AaPp]\\.?[Mm]\\.?|${[...beforeNoon, ...afterNoon].filter((word) => /^[^a-z]/.test(word)).join('|')}`;

/** Zones by a name that means one thing everywhere; minutes east of UTC. Others (CST, BST, IST) are refused, not guessed. */
const zoneNames = new Map([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['CET', 60],
  ['CEST', 120],
  ['EST', -300],
  ['EDT', -240],
  ['PST', -480],
  ['PDT', -420],
]);
const zone = `(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|${[...zoneNames.keys()].join('|')}`;

/**
 * What may follow a date: nothing, or a time as forms, spreadsheets and shops write it (`14:05`, `2:05:11 PM GMT+1`,
 * `14.05.11`, `下午2:05`, `14时05分`, `14:05:11,123+01:00 (…)`). Captures: half, hour, minute, second, half, zone.
 */
export const clockPattern = String.raw`(?:(?:T|[ ,]+(?:at )?|(?=[上下凌早晚午오]))(${half})? ?(\d{1,2})[:.时時点點] ?(\d{2})(?:[:.分] ?(\d{2})(?:[.,]\d{1,9})?)?[分秒]?(?: ?(${half}))?(?: ?(${zone}))?(?: ?\([^)]{1,60}\))?)?`;

/** The time and the zone of what `clockPattern` found; both absent without a time, undefined for an impossible one. */
export function readClock(
  captured: readonly (string | undefined)[],
): { time?: DayTime; offset?: number } | undefined {
  const [first, hourText, minuteText, secondText, last, zoneText] = captured;
  if (hourText === undefined) return {};
  const hour = hourOf(+hourText, first ?? last);
  const [minute, second] = [+(minuteText ?? 0), +(secondText ?? 0)];
  if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const time = { hour, minute, second };
  if (zoneText === undefined) return { time };
  const offset = offsetMinutes(zoneText);
  return offset === undefined ? undefined : { time, offset };
}

function hourOf(hour: number, word: string | undefined): number | undefined {
  if (word === undefined) return hour;
  if (hour > 12) return undefined;
  const isAfternoon = afterNoon.includes(word.replaceAll('.', '').toLowerCase());
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function offsetMinutes(text: string): number | undefined {
  const named = zoneNames.get(text);
  if (named !== undefined) return named;
  const found = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!found) return undefined;
  const minutes = +found[2]! * 60 + +(found[3] ?? 0);
  return minutes > 14 * 60 ? undefined : (found[1] === '-' ? -1 : 1) * minutes;
}
