import { Link } from '@remix-run/react';
import { type FormEvent, useState } from 'react';

import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { SelectField } from '../../forms/field';
import type { FormAnswer } from '../../forms/form-answer';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { importMessages } from '../../locales/imports';
import { useMessages } from '../../locale';
import {
  departmentFields,
  type DraftMapping,
  fieldsOf,
  type FormErrorLists,
  readDraft,
} from './column-mapping-form';
import { columnsWords, dateOrderChoices } from './columns-words';
import { type EarlierImport, EarlierNotice } from './earlier-notice';
import { PreviewRows } from './preview-rows';
import { ScoreFields } from './score-fields';
import { SourceField } from './source-field';
import classes from './import-page.module.css';

interface ColumnsStepProps {
  columns: readonly string[];
  sample: readonly { line: number; values: string[] }[];
  draft: DraftMapping;
  /** What somebody has said before; null where nobody has. */
  stored: DraftMapping | null;
  revision: string;
  source: string;
  sources: readonly string[];
  earlier: EarlierImport | null;
  /** The remembered mapping that filled the form, and those that could. */
  filledFrom: string | null;
  offered: readonly { importMappingId: string; name: string }[];
  touchpoints: readonly { touchpointId: string; name: string }[];
  answer: (FormAnswer & { error: FormErrorLists }) | undefined;
  /** Where the step is sent to: the same address, so that it is shown again where it is refused. */
  address: string;
}

const formId = 'columns';

/** Which column is what. With scripts the preview follows each choice. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { columns, sample, sources, earlier, filledFrom, offered, answer } = props;
  const t = useMessages(importMessages);
  const sent = answer?.initialValue as Record<string, string> | undefined;
  const draft = sent ? readDraft(new Map(Object.entries(sent))) : props.draft;
  const source = sent?.['source'] ?? props.source;
  const errors: FormErrorLists = answer?.error ?? {};
  const touchpoints = props.touchpoints.map(({ touchpointId, name }) => ({
    value: touchpointId,
    label: name,
  }));
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
    <EditorForm
      id={formId}
      action={props.address}
      stored={{
        revision: props.revision,
        fields: props.stored ? fieldsOf(props.stored, props.source) : {},
        words: columnsWords(t, touchpoints),
      }}
      answer={answer}
      onChange={follow}
      className={classes.form}
    >
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
            choices={dateOrderChoices(t)}
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
            choices={touchpoints}
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
    </EditorForm>
  );
}
