import { formatNumber } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useLocale, useMessages } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import type { Review } from './review-form';
import classes from './review.module.css';

const sectionKeys = {
  GOALS: 'section_goals',
  CX_INDICATORS: 'section_cx_indicators',
  COMPETENCIES: 'section_competencies',
  COMMENTS: 'section_comments',
} as const;

/** The overall score, and section by section how it comes about. */
export function ScoreSummary({ review }: { review: Review }) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const { content } = review;
  const score = review.overallScore ?? content.overallScore;
  const isFixed = review.overallScore !== null;
  // While it is being written a part without ratings is simply not done yet; evidence that does not count stays so.
  const lacksEvidence = content.indicators.some(({ evidence }) => evidence?.score === null);
  const isSaid = content.isRescaled && (isFixed || lacksEvidence);
  const percent = (value: number) =>
    `${formatNumber(locale, value, Number.isInteger(value) ? 0 : 2)}%`;
  const weighted = content.sections.filter(({ weight }) => weight > 0);
  return (
    <Panel
      title={isFixed ? t.overall : t.overallPreview}
      description={isFixed ? t.overallText : t.overallPreviewText}
    >
      <div className={classes.overall}>
        <p className={classes.score}>
          {score === null ? (
            <span className="quiet">{t.noScore}</span>
          ) : (
            <>
              <strong>{formatNumber(locale, score)}</strong> <span className="quiet">/ 100</span>
              {content.range && (
                <span className="quiet small" style={{ display: 'block' }}>
                  {t.chanceRange({
                    low: formatNumber(locale, content.range.low),
                    high: formatNumber(locale, content.range.high),
                  })}
                </span>
              )}
            </>
          )}
        </p>
        <table className={classes.sections}>
          <caption className="visually-hidden">{t.overallText}</caption>
          <thead>
            <tr>
              <th scope="col">{t.section}</th>
              <th scope="col">{t.weight}</th>
              <th scope="col">{t.countedWeight}</th>
              <th scope="col">{t.contribution}</th>
            </tr>
          </thead>
          <tbody>
            {weighted.map((section) => (
              <tr key={section.kind}>
                <th scope="row">{t[sectionKeys[section.kind as keyof typeof sectionKeys]]}</th>
                <td>{percent(section.weight)}</td>
                <td>{section.score === null ? '–' : percent(section.countedWeight)}</td>
                <td>
                  {section.score === null ? (
                    <span className="quiet">
                      {isFixed || (section.kind === 'CX_INDICATORS' && lacksEvidence)
                        ? t.notCounted
                        : t.notRated}
                    </span>
                  ) : (
                    <span className={classes.points}>
                      <span className={classes.meter} aria-hidden>
                        <span style={{ inlineSize: `${section.score}%` }} />
                      </span>
                      {formatNumber(locale, section.score)}
                      {section.range && (
                        <span className="quiet small">
                          {' '}
                          ({formatNumber(locale, section.range.low)} –{' '}
                          {formatNumber(locale, section.range.high)})
                        </span>
                      )}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isSaid && (
        <Notice kind="warn" title={t.rescaled}>
          {t.rescaledText}
        </Notice>
      )}
    </Panel>
  );
}
