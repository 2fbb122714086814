import { formatNumber } from '../../../universal/format';
import type { Locale } from '../../../universal/text';

const units = ['bytes', 'KB', 'MB', 'GB'] as const;

/** A size of a file, in the unit that keeps it short. */
export function formatBytes(locale: Locale, bytes: number): string {
  let unit = 0;
  let size = bytes;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  const name = unit === 0 && locale === 'zh' ? '字节' : units[unit];
  return `${formatNumber(locale, size, unit === 0 || Number.isInteger(size) ? 0 : 1)} ${name ?? ''}`;
}
