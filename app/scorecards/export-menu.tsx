import { useSearchParams } from '@remix-run/react';
import { IconDownload } from '@tabler/icons-react';

import { useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { Disclosure } from '../shell/disclosure';
import classes from './export-menu.module.css';
import { fileAddress } from './scorecard-address';

/** What the page shows, to take away: arranged and narrowed as it is now. */
export function ExportMenu({ path }: { path: string }) {
  const t = useMessages(scorecardMessages);
  const [search] = useSearchParams();
  const files = { csv: t.exportCsv, xlsx: t.exportXlsx, pdf: t.exportPdf };
  return (
    <Disclosure
      className={classes.menu}
      summaryClassName={classes.trigger}
      summary={
        <>
          <IconDownload size={16} stroke={1.6} aria-hidden />
          {t.export}
        </>
      }
    >
      <ul className={classes.list}>
        {Object.entries(files).map(([format, name]) => (
          <li key={format}>
            <a href={fileAddress(`${path}.${format}`, search)} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
