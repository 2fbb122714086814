import {
  formatCount,
  formatDateTime,
  formatNumber,
  formatPercent,
} from '../../../universal/format';
import { scopeKey } from '../../appraisal/scope';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import { BandScale } from './band-scale';
import type { ReviewContent } from './review-form';
import classes from './review.module.css';

type Indicator = ReviewContent['indicators'][number];
type Evidence = NonNullable<Indicator['evidence']>;

const statuses = {
  COUNTED: ['status_counted', 'good'],
  COUNTED_WITH_WARNING: ['status_counted_with_warning', 'caution'],
  TOO_FEW: ['status_too_few', 'neutral'],
  NO_ANSWERS: ['status_no_answers', 'neutral'],
} as const;

/** The customer indicators with their frozen evidence: the number, what it stands on, and why it gives this score. */
export function IndicatorEvidence({ content }: { content: ReviewContent }) {
  const t = useMessages(reviewMessages);
  return (
    <Panel title={t.indicators} description={t.indicatorsText}>
      <div className={classes.list}>
        {content.indicators.map((indicator) => (
          <IndicatorCard key={indicator.indicatorId} indicator={indicator} />
        ))}
      </div>
    </Panel>
  );
}

function IndicatorCard({ indicator }: { indicator: Indicator }) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const { evidence, metric } = indicator;
  const [word, tone] = statuses[(evidence?.status ?? 'NO_ANSWERS') as keyof typeof statuses];
  return (
    <article className={classes.item}>
      <header className={classes.itemHead}>
        <div>
          <h3>{metric.name}</h3>
          <p className="quiet small">
            {t[scopeKey(indicator.scope)]}
            {evidence && ` · ${evidence.departmentName}`}
          </p>
        </div>
        {evidence && (
          <div className={classes.itemScore}>
            {evidence.score !== null && (
              <strong className="figures">
                {t.indicatorScore({ score: formatNumber(locale, evidence.score) })}
              </strong>
            )}
            {evidence.scoreRange && (
              <span className="quiet small figures">
                {formatNumber(locale, evidence.scoreRange.low)} –{' '}
                {formatNumber(locale, evidence.scoreRange.high)}
              </span>
            )}
            <StatusBadge tone={tone}>{t[word]}</StatusBadge>
          </div>
        )}
      </header>
      {evidence ? (
        <>
          {evidence.score !== null && evidence.value !== null && (
            <BandScale
              indicator={indicator}
              evidence={evidence}
              format={inUnitOf(metric.unit, locale)}
            />
          )}
          <p>{evidence.sentence}</p>
          <Provenance evidence={evidence} metric={metric.name} />
        </>
      ) : (
        <p className="quiet">{t.indicatorsNotYet}</p>
      )}
    </article>
  );
}

function inUnitOf(unit: string, locale: 'en' | 'zh') {
  return (value: number): string =>
    unit === 'PERCENT'
      ? formatPercent(locale, value)
      : formatNumber(locale, value, unit === 'SCORE' ? 2 : 1);
}

/** Everything it takes to make the number again. */
function Provenance({ evidence, metric }: { evidence: Evidence; metric: string }) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  return (
    <details className={classes.provenance}>
      <summary>{t.provenance}</summary>
      <dl>
        <dt>{t.frozenAt}</dt>
        <dd>{formatDateTime(locale, evidence.frozenAt, timeZone)}</dd>
        <dt>{t.metricVersion}</dt>
        <dd>{t.metricVersionValue({ metric, version: evidence.metricVersion })}</dd>
        <dt>{t.contributing}</dt>
        <dd className="figures">{formatCount(locale, evidence.responseCount)}</dd>
        <dt>{evidence.coversScores ? t.fingerprint : t.fingerprintOfIds}</dt>
        <dd className={classes.code}>{evidence.responseHash}</dd>
        <dt>{t.query}</dt>
        <dd>
          {/* Long queries scroll; the keyboard must be able to do that too. */}
          <pre className={classes.query} tabIndex={0} role="region" aria-label={t.query}>
            {JSON.stringify(evidence.query, null, 2)}
          </pre>
        </dd>
      </dl>
    </details>
  );
}
