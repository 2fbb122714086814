import { Button } from '@mantine/core';
import { Form, Link } from '@remix-run/react';

import { formatDate, formatNumber } from '../../../universal/format';
import { scopeKey } from '../../appraisal/scope';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import { reviewMessages } from '../../locales/reviews';
import classes from './editor.module.css';
import type { Template } from './template-form';

/** A published version: to read, to use, or to start the next one from. */
export function PublishedTemplate({ template }: { template: Template }) {
  const t = useMessages(reviewTemplateMessages);
  const words = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const percent = (value: number) =>
    `${formatNumber(locale, value, Number.isInteger(value) ? 0 : 2)}%`;
  const sections = [
    [words.section_goals, template.goalsWeight],
    [words.section_cx_indicators, template.indicatorsWeight],
    [words.section_competencies, template.competenciesWeight],
  ] as const;
  return (
    <div className={classes.editor}>
      <Notice kind="good" title={t.version({ version: template.version })}>
        {template.publishedAt &&
          t.publishedOn({ day: formatDate(locale, template.publishedAt, timeZone) })}
      </Notice>
      <Form method="post" className={classes.saveActions}>
        <SubmitButton name="do" value="revise" variant="default">
          {t.startNextVersion({ version: template.version + 1 })}
        </SubmitButton>
        <Button component={Link} to={`/review-cycles/new?template=${template.templateId}`}>
          {t.useInCycle}
        </Button>
      </Form>
      <Panel title={t.weights}>
        <dl className={classes.facts}>
          {sections
            .filter(([, weight]) => weight > 0)
            .map(([name, weight]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="figures">{percent(weight)}</dd>
              </div>
            ))}
        </dl>
      </Panel>
      {template.indicators.length > 0 && (
        <Panel title={t.indicators} description={t.indicatorsText}>
          <ul className={classes.plain}>
            {template.indicators.map((indicator) => (
              <li key={indicator.indicatorId}>
                <strong>{indicator.metric.name}</strong> · {words[scopeKey(indicator.scope)]} ·{' '}
                {percent(indicator.weight)}
                <p className="quiet figures">
                  {t.threshold} {indicator.threshold} · {t.target} {indicator.target} · {t.stretch}{' '}
                  {indicator.stretch} · {t.minimumN} {indicator.minimumN}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {template.competencies.length > 0 && (
        <Panel title={t.competencies}>
          <ul className={classes.plain}>
            {template.competencies.map(({ competencyId, label }) => (
              <li key={competencyId}>{label.text}</li>
            ))}
          </ul>
          <h3>{t.scale}</h3>
          <ol className={classes.plain}>
            {template.ratingLabels.map((label, index) => (
              <li key={label.text}>
                <span className="figures">{index + 1}</span> {label.text}
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </div>
  );
}
