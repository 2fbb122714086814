import { Panel } from '../components/panel';
import { PeriodControl } from '../components/period-control';
import { useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { parsePeriod } from '../../universal/period';
import { ExportMenu } from './export-menu';
import type { PageGrid } from './page-grid';
import { GridBasis, ScorecardGrid } from './scorecard-grid';

/** The scorecards on the home page of those who answer for departments. */
export default function ScorecardCard({ data }: { data: PageGrid }) {
  const t = useMessages(scorecardMessages);
  return (
    <Panel
      flush
      title={t.question}
      description={<GridBasis grid={data} />}
      actions={
        <>
          <ExportMenu path="/scorecards" />
          <PeriodControl shown={parsePeriod(data.period)} />
        </>
      }
    >
      <ScorecardGrid grid={data} />
    </Panel>
  );
}
