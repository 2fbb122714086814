import { useFormMetadata } from '@conform-to/react';

import { formatNumber } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { StatusBadge } from '../../components/status-badge';
import { CheckboxField, TextField } from '../../forms/field';
import { useLocale, useMessages } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import { reviewMessages } from '../../locales/reviews';
import classes from './editor.module.css';
import type { TemplateForm } from './template-form';
import { totalWeight } from './total-weight';

const sections = ['goalsWeight', 'indicatorsWeight', 'competenciesWeight'] as const;

/** The weights of the sections, how they fill the whole, and their total while it is typed. */
export function WeightFields() {
  const t = useMessages(reviewTemplateMessages);
  const words = useMessages(reviewMessages);
  const form = useFormMetadata<TemplateForm>();
  const fields = form.getFieldset();
  const labels = {
    goalsWeight: words.section_goals,
    indicatorsWeight: words.section_cx_indicators,
    competenciesWeight: words.section_competencies,
  };
  const typed = sections.map((name) => fields[name].value);
  return (
    <Panel title={t.weights} description={`${t.weightsText} ${t.goalsScale}`}>
      <div className={classes.weights}>
        {sections.map((name) => (
          <TextField
            key={name}
            field={fields[name]}
            label={`${labels[name]}, ${t.percent}`}
            inputMode="decimal"
          />
        ))}
      </div>
      <div className={classes.bar} aria-hidden>
        {sections.map((name, index) => (
          <span
            key={name}
            data-section={name}
            style={{ flexGrow: Math.max(Number(typed[index]) || 0, 0) }}
          />
        ))}
      </div>
      <p id={`${form.id}-weights`} tabIndex={-1} className={classes.total}>
        <WeightTotal weights={typed} />
      </p>
      <CheckboxField field={fields.hasComments} label={t.hasComments} />
    </Panel>
  );
}

/** "Total 90 %, 10 % missing", told again when it changes. */
export function WeightTotal({ weights }: { weights: readonly (string | undefined)[] }) {
  const t = useMessages(reviewTemplateMessages);
  const locale = useLocale();
  const { total, missing } = totalWeight(weights);
  const number = (value: number) => formatNumber(locale, value, Number.isInteger(value) ? 0 : 2);
  return (
    <span role="status">
      {missing === 0 ? (
        <StatusBadge tone="good">{t.totalExact}</StatusBadge>
      ) : (
        <StatusBadge tone="bad">
          {missing > 0
            ? t.totalMissing({ total: number(total), missing: number(missing) })
            : t.totalOver({ total: number(total), over: number(-missing) })}
        </StatusBadge>
      )}
    </span>
  );
}
