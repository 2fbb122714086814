/** Something that holds from one day up to, and without, another; null is open. Days are written YYYY-MM-DD. */
export interface Period<V> {
  from: string;
  to: string | null;
  value: V;
}

/**
 * Lets a value hold from a day on. What held that day ends there, what was to begin later still begins then, and equal
 * neighbours become one. Periods are sorted and do not overlap, before and after.
 */
export function assignFrom<V>(
  periods: readonly Period<V>[],
  { from, value, isSame }: { from: string; value: V; isSame: (one: V, other: V) => boolean },
): Period<V>[] {
  const before = periods
    .filter((period) => period.from < from)
    .map((period) => (period.to === null || period.to > from ? { ...period, to: from } : period));
  const after = periods.filter((period) => period.from > from);
  return joined([...before, { from, to: after[0]?.from ?? null, value }, ...after], isSame);
}

/** Ends everything on a day: what holds ends there, what was to begin then or later never does. */
export function endOn<V>(periods: readonly Period<V>[], day: string): Period<V>[] {
  return periods
    .filter((period) => period.from < day)
    .map((period) => (period.to === null || period.to > day ? { ...period, to: day } : period));
}

/** What holds on a day. */
export function valueOn<V>(periods: readonly Period<V>[], day: string): V | undefined {
  return periods.find(({ from, to }) => from <= day && (to === null || day < to))?.value;
}

function joined<V>(
  periods: readonly Period<V>[],
  isSame: (one: V, other: V) => boolean,
): Period<V>[] {
  const result: Period<V>[] = [];
  for (const period of periods) {
    const last = result.at(-1);
    if (last && last.to === period.from && isSame(last.value, period.value)) {
      result[result.length - 1] = { ...last, to: period.to };
    } else {
      result.push(period);
    }
  }
  return result;
}
