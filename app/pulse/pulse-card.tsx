import { Link } from '@remix-run/react';
import type { ResultOf } from '../graphql';
import { Panel } from '../components/panel';
import { useMessages } from '../locale';
import { pulseMessages } from '../locales/pulse';
import { OwnPulse, type OwnPulseData } from './own-pulse';
import type { PulseHomeDocument } from './pulse.document';

interface PulseCardData {
  own: OwnPulseData;
  released: ResultOf<typeof PulseHomeDocument>['pulseRounds'][number] | null;
}

/** Two panels, which the page places like any other of its cards. */
export default function PulseCard({ data: { own, released } }: { data: PulseCardData }) {
  const t = useMessages(pulseMessages);
  return (
    <>
      {own && <OwnPulse own={own} />}
      {released && (
        <Panel title={t.latest}>
          <p>
            <Link to={`/pulse/rounds/${released.roundId}`}>
              {t.roundOf({ name: released.name, number: released.number })}
            </Link>
          </p>
          <p className="quiet small">{t.whatNextText}</p>
        </Panel>
      )}
    </>
  );
}
