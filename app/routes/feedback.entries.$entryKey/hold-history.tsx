import { formatDateTime } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { feedbackMessages } from '../../locales/feedback';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import classes from './entry.module.css';

interface Hold {
  reason: string;
  heldAt: string;
  releaseReason: string | null;
  releasedAt: string | null;
}

/** When and why the feedback was held and released, the latest first. */
export function HoldHistory({ holds }: { holds: readonly Hold[] }) {
  const t = useMessages(feedbackMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const when = (moment: string) => formatDateTime(locale, moment, zone);
  return (
    <Panel title={t.holdHistory}>
      <ul className={classes.history}>
        {holds.map(({ reason, heldAt, releaseReason, releasedAt }) => (
          <li key={heldAt}>
            <p>
              {t.heldAt({ when: when(heldAt) })} <span dir="auto">{reason}</span>
            </p>
            {releasedAt && (
              <p>
                {t.releasedAt({ when: when(releasedAt) })} <span dir="auto">{releaseReason}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
