import { Form, Link } from '@remix-run/react';
import { type FormEvent, useState } from 'react';

import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { SelectField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { importMessages } from '../../locales/imports';
import { useMessages } from '../../locale';
import {
  departmentFields,
  type DraftMapping,
  type FormErrorLists,
  readDraft,
} from './column-mapping-form';
import { type EarlierImport, EarlierNotice } from './earlier-notice';
import { PreviewRows } from './preview-rows';
import { ScoreFields } from './score-fields';
import { SourceField } from './source-field';
import classes from './import-page.module.css';

interface ColumnsStepProps {
  columns: readonly string[];
  sample: readonly { line: number; values: string[] }[];
  draft: DraftMapping;
  source: string;
  sources: readonly string[];
  earlier: EarlierImport | null;
  /** The remembered mapping that filled the form, and those that could. */
  filledFrom: string | null;
  offered: readonly { importMappingId: string; name: string }[];
  touchpoints: readonly { touchpointId: string; name: string }[];
  errors: FormErrorLists;
}

const formId = 'columns';

/** Which column is what. With scripts the preview follows each choice. */
export function ColumnsStep({
  columns,
  sample,
  draft,
  source,
  sources,
  earlier,
  filledFrom,
  offered,
  touchpoints,
  errors,
}: ColumnsStepProps) {
  const t = useMessages(importMessages);
  const [current, setCurrent] = useState(draft);
  const choices = columns.map((name) => ({ value: name, label: name }));
  const field = (name: string, value: string | null | undefined) => ({
    id: `${formId}-${name}`,
    name,
    errors: errors[name],
    defaultValue: value ?? '',
  });
  const column = (name: string, label: string, value: string | null | undefined, help?: string) => (
    <SelectField
      field={field(name, value)}
      label={label}
      help={help}
      choices={choices}
      emptyChoice={t.notUsed}
      isOptional
    />
  );
  const follow = (event: FormEvent<HTMLFormElement>) =>
    setCurrent(readDraft(new FormData(event.currentTarget)));
  const departmentLabels = [t.department1, t.department2, t.department3];

  return (
    <Form method="post" onChange={follow} className={classes.form}>
      <input type="hidden" name="intent" value="columns" />
      <FormErrors errors={errors} formId={formId} />
      {filledFrom && (
        <Notice title={t.filledFrom({ name: filledFrom })}>
          <Link to="?step=columns&mapping=guess">{t.useGuess}</Link>
        </Notice>
      )}
      {offered.length > 0 && (
        <p>
          {offered
            .filter(({ name }) => name !== filledFrom)
            .map(({ importMappingId, name }) => (
              <Link
                key={importMappingId}
                to={`?step=columns&mapping=${importMappingId}`}
                className={classes.offer}
              >
                {t.useMapping({ name })}
              </Link>
            ))}
        </p>
      )}
      {earlier?.isSameFile && <EarlierNotice earlier={earlier} source={source} />}
      <Panel>
        <SourceField formId={formId} source={source} sources={sources} errors={errors['source']} />
      </Panel>
      <Panel title={t.columnsTitle} description={t.columnsIntro}>
        <fieldset className={classes.group}>
          <legend>{t.department}</legend>
          <p className="quiet small">{t.departmentHelp}</p>
          <div className={classes.fields}>
            {departmentFields.map((name, index) => (
              <SelectField
                key={name}
                field={field(name, draft.department[index])}
                label={departmentLabels[index]}
                choices={choices}
                emptyChoice={t.notUsed}
                isOptional={index > 0}
              />
            ))}
          </div>
        </fieldset>
        <div className={classes.fields}>
          <SelectField
            field={field('date', draft.date)}
            label={t.date}
            choices={choices}
            emptyChoice="–"
          />
          <SelectField
            field={field('dateOrder', draft.dateOrder)}
            label={t.dateOrder}
            choices={[
              { value: 'ymd', label: t.ymd },
              { value: 'dmy', label: t.dmy },
              { value: 'mdy', label: t.mdy },
            ]}
            emptyChoice={t.dateOrderAsk}
          />
        </div>
        <ScoreFields formId={formId} scores={draft.scores} choices={choices} errors={errors} />
        <div className={classes.fields}>
          {column('comment', t.comment, draft.comment)}
          {column('rowId', t.rowId, draft.rowId, t.rowIdHelp)}
          {column('respondent', t.respondent, draft.respondent, t.respondentHelp)}
        </div>
        <div className={classes.fields}>
          {column('touchpoint', t.touchpoint, draft.touchpoint, t.touchpointHelp)}
          <SelectField
            field={field('defaultTouchpointId', draft.defaultTouchpointId)}
            label={t.defaultTouchpoint}
            choices={touchpoints.map(({ touchpointId, name }) => ({
              value: touchpointId,
              label: name,
            }))}
            emptyChoice={t.notUsed}
            isOptional
          />
          {column('channel', t.channel, draft.channel, t.channelHelp)}
        </div>
      </Panel>
      <PreviewRows columns={columns} sample={sample} draft={current} />
      <div className={classes.actions}>
        <SubmitButton>{t.readFile}</SubmitButton>
      </div>
    </Form>
  );
}
