/** The decimals of a number as people write it, not of its binary form: 5.545 is a half, although 5.5449999… is stored. */
const decimalFormats = new Map<number, Intl.NumberFormat>();

function decimalFormat(decimals: number): Intl.NumberFormat {
  const known = decimalFormats.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', {
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
  decimalFormats.set(decimals, made);
  return made;
}

/** Rounds half away from zero to so many decimals, the same for pages, files and sentences. Never gives minus zero. */
export function roundTo(value: number, decimals: number): number {
  return Number(decimalFormat(decimals).format(value)) || 0;
}
