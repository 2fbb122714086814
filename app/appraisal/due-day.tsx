import { formatDate } from '../../universal/format';
import { useLocale, useMessages, useToday } from '../locale';
import { reviewMessages } from '../locales/reviews';

/** The day by which something should be done, with a word once it is past. */
export function DueDay({ day }: { day: string | null }) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const today = useToday();
  if (!day) return '–';
  const said = formatDate(locale, day);
  return day < today ? <strong>{t.late({ day: said })}</strong> : said;
}
