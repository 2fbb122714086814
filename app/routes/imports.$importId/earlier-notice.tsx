import { Link } from '@remix-run/react';

import { formatDateTime } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages, useTimeZone } from '../../locale';

export interface EarlierImport {
  importId: string;
  fileName: string;
  sourceName: string;
  createdAt: string;
  isSameFile: boolean;
  differences: readonly string[];
}

/** That this file, or an earlier one of its source, is stored already, and in what it was read differently. */
export function EarlierNotice({ earlier, source }: { earlier: EarlierImport; source: string }) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const { fileName, sourceName, isSameFile, differences } = earlier;
  const words: Readonly<Record<string, string>> = {
    SCORES: t.differsScores,
    DATE_ORDER: t.differsDates,
    ROW_ID: t.differsRowId,
    TIME_ZONE: t.differsZone,
    COLUMNS: t.differsColumns,
  };
  const told = differences.flatMap((difference) => words[difference] ?? []);
  const when = formatDateTime(locale, earlier.createdAt, zone);
  const isOtherSource = differences.includes('SOURCE');
  if (!isSameFile && told.length === 0) return null;
  return (
    <Notice
      kind={isOtherSource ? 'warn' : 'info'}
      title={
        isSameFile
          ? t.earlierSameFile({ name: fileName, when })
          : t.earlierSameSource({ name: fileName, when })
      }
    >
      {told.length > 0 && <p>{t.earlierDiffers({ what: told.join(t.listSeparator) })}</p>}
      <p>
        {isOtherSource
          ? t.earlierOtherSource({ before: sourceName, now: source })
          : t.earlierCorrects}{' '}
        <Link to={`/imports/${earlier.importId}`}>{t.earlierOpen}</Link>
      </p>
    </Notice>
  );
}
