import { Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { formatDate } from '../../universal/format';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { formatMetric } from './metric-format';
import type { GridMetric } from './scorecard';
import type { setTarget } from './set-target';
import { SetTargetForm } from './set-target-form';

interface SetTargetPanelProps {
  metrics: readonly GridMetric[];
  outcome: Awaited<ReturnType<typeof setTarget>> | undefined;
  /** For whom the target will hold. */
  help: string;
}

export function SetTargetPanel({ metrics, outcome, help }: SetTargetPanelProps) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const saved = outcome?.saved;
  const metric = saved && metrics.find(({ key }) => key === saved.metricKey);
  return (
    <Panel title={t.setTarget} description={help}>
      {metric && (
        <Notice kind="good">
          {t.targetSaved({
            metric: metric.name,
            target: formatMetric(locale, metric.unit, saved.target),
            date: formatDate(locale, saved.effectiveOn),
          })}
        </Notice>
      )}
      <SetTargetForm
        metrics={metrics}
        lastResult={outcome?.result}
        other={outcome && 'other' in outcome ? outcome.other : undefined}
      />
    </Panel>
  );
}
