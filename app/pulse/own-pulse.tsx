import { Button } from '@mantine/core';
import { formatDate } from '../../universal/format';
import { Panel } from '../components/panel';
import type { ResultOf } from '../graphql';
import { useLocale, useMessages, useTimeZone } from '../locale';
import { pulseMessages } from '../locales/pulse';
import type { PulseHomeDocument } from './pulse.document';
import classes from './pulse.module.css';

export type OwnPulseData = ResultOf<typeof PulseHomeDocument>['ownPulse'];

/** The viewer's own pulse: one button, or what happens with the answers. */
export function OwnPulse({ own }: { own: OwnPulseData }) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  return (
    <Panel title={t.yourPulse}>
      {own === null ? (
        <p className="quiet">{t.notAsked}</p>
      ) : own.isAnswered ? (
        <p>
          {t.answered} {t.resultsOn({ date: formatDate(locale, own.round.closesAt, zone) })}
        </p>
      ) : (
        <div className={classes.ask}>
          <p>
            {t.askText({ name: own.round.name })} {t.daysLeft({ days: own.daysLeft })}
          </p>
          {/* The page for answering is outside the portal, so the browser goes there itself. */}
          <Button component="a" href={`${own.path}?lang=${locale}`} size="md">
            {t.answerNow}
          </Button>
        </div>
      )}
    </Panel>
  );
}
