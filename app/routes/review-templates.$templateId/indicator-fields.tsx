import { Button } from '@mantine/core';
import { type FieldMetadata, useFormMetadata } from '@conform-to/react';

import { Panel } from '../../components/panel';
import { SelectField, TextField } from '../../forms/field';
import { SubmitButton } from '../../forms/submit-button';
import { formatNumber } from '../../../universal/format';
import { useLocale, useMessages } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import { reviewMessages } from '../../locales/reviews';
import classes from './editor.module.css';
import { PreviewTable, type Preview } from './preview-table';
import {
  newIndicator,
  offeredScopes,
  type IndicatorForm,
  type ReviewMetric,
  type TemplateForm,
} from './template-form';
import { WeightTotal } from './weight-fields';

interface IndicatorFieldsProps {
  metrics: readonly ReviewMetric[];
  preview: Preview | undefined;
}

/** The customer indicators of a template, each with what it would have given. */
export function IndicatorFields({ metrics, preview }: IndicatorFieldsProps) {
  const t = useMessages(reviewTemplateMessages);
  const form = useFormMetadata<TemplateForm>();
  const list = form.getFieldset().indicators;
  const indicators = list.getFieldList();
  const weights = indicators.map((indicator) => indicator.getFieldset().weight.value);
  return (
    <Panel title={t.indicators} description={t.indicatorsText}>
      <div id={`${form.id}-indicators`} tabIndex={-1} className={classes.list}>
        {indicators.length === 0 && <p className="quiet">{t.indicatorsNone}</p>}
        {indicators.map((indicator, index) => (
          <IndicatorCard
            key={indicator.key}
            indicator={indicator}
            index={index}
            metrics={metrics}
            preview={preview?.index === index ? preview : undefined}
          />
        ))}
      </div>
      <div className={classes.listEnd}>
        <Button
          type="submit"
          variant="default"
          {...form.insert.getButtonProps({
            name: list.name,
            defaultValue: newIndicator(metrics, indicators.length === 0 ? '100' : '') as never,
          })}
        >
          {t.addIndicator}
        </Button>
        {indicators.length > 1 && (
          <p id={`${form.id}-indicatorWeights`} tabIndex={-1}>
            <WeightTotal weights={weights} />
          </p>
        )}
      </div>
    </Panel>
  );
}

interface IndicatorCardProps {
  indicator: FieldMetadata<IndicatorForm, TemplateForm>;
  index: number;
  metrics: readonly ReviewMetric[];
  preview: Preview | undefined;
}

function IndicatorCard({ indicator, index, metrics, preview }: IndicatorCardProps) {
  const t = useMessages(reviewTemplateMessages);
  const words = useMessages(reviewMessages);
  const locale = useLocale();
  const form = useFormMetadata<TemplateForm>();
  const fields = indicator.getFieldset();
  const metric = metrics.find(({ key }) => key === fields.metric.value);
  const number = index + 1;
  // A template of before may hold a metric that was retired since; a list without it would show another as chosen.
  const held = fields.metric.initialValue;
  const retired = held && !metrics.some(({ key }) => key === held) ? held : undefined;
  const bands = [
    ['threshold', t.threshold, t.thresholdHelp],
    ['target', t.target, t.targetHelp],
    ['stretch', t.stretch, t.stretchHelp],
  ] as const;
  return (
    <fieldset className={classes.card}>
      <legend className={classes.cardTitle}>{t.indicator({ number })}</legend>
      <div className={classes.fields}>
        <SelectField
          field={fields.metric}
          label={t.metric}
          choices={[
            ...metrics.map(({ key, name }) => ({ value: key, label: name })),
            ...(retired ? [{ value: retired, label: t.metricRetired({ metric: retired }) }] : []),
          ]}
        />
        <SelectField
          field={fields.scope}
          label={t.scope}
          help={t.scopeHelp}
          choices={offeredScopes.map((value) => ({
            value,
            label: value === 'TEAM' ? words.scope_team : words.scope_department,
          }))}
        />
      </div>
      <div className={classes.numbers}>
        {bands.map(([name, label, help]) => (
          <TextField
            key={name}
            field={fields[name]}
            label={label}
            help={help}
            inputMode="decimal"
          />
        ))}
        <TextField field={fields.weight} label={t.indicatorWeight} inputMode="decimal" />
        <TextField
          field={fields.minimumN}
          label={t.minimumN}
          help={t.minimumNHelp}
          inputMode="numeric"
        />
      </div>
      <p className="quiet small">
        {t.targetSource}
        {metric?.suggestedBands &&
          ` ${t.suggestedBands({
            threshold: formatNumber(locale, metric.suggestedBands.threshold),
            target: formatNumber(locale, metric.suggestedBands.target),
            stretch: formatNumber(locale, metric.suggestedBands.stretch),
          })}`}
      </p>
      <div className={classes.cardActions}>
        <SubmitButton name="do" value={`preview:${index}`} variant="light">
          {t.preview}
        </SubmitButton>
        <Button
          type="submit"
          variant="subtle"
          color="red"
          {...form.remove.getButtonProps({ name: form.getFieldset().indicators.name, index })}
          aria-label={t.removeIndicator({ number })}
        >
          {t.removeIndicator({ number })}
        </Button>
      </div>
      {preview && metric && <PreviewTable preview={preview} metric={metric} />}
    </fieldset>
  );
}
