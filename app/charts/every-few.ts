/** Which labels of an axis are written: at most five, evenly spaced, and always the newest. */
export function everyFew(count: number): (index: number) => boolean {
  const step = Math.max(1, Math.ceil(count / 5));
  return (index) => (count - 1 - index) % step === 0;
}
