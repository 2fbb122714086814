import { Link } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { SelectField, TextField } from '../../forms/field';
import type { FormWords } from '../../forms/field-words';
import type { FormAnswer } from '../../forms/form-answer';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import type { FormErrorLists } from './column-mapping-form';
import { choiceField } from './department-choice-fields';
import { type DepartmentMatch, DepartmentRow } from './department-row';
import classes from './import-page.module.css';
import { ScrollTable } from './scroll-table';

interface DepartmentsStepProps {
  rows: number;
  matches: readonly DepartmentMatch[];
  departments: readonly { departmentId: string; name: string; level: number }[];
  createUnderId: string;
  mappingName: string;
  dates: { other: number; unreadable: number; contradict: boolean };
  revision: string;
  answer: (FormAnswer & { error: FormErrorLists }) | undefined;
  address: string;
}

const formId = 'departments';

/** Which department each value of the file stands for. */
export function DepartmentsStep(props: DepartmentsStepProps) {
  const { rows, matches, departments, dates, answer } = props;
  const t = useMessages(importMessages);
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const tree = departments.map(({ departmentId, name, level }) => ({
    value: departmentId,
    label: `${'\u2003'.repeat(level)}${name}`,
  }));
  const nameOf = ({ path }: DepartmentMatch) => path.join(' › ') || t.noDepartment;
  const similarTo = ({ similarDepartmentIds, similarPaths }: DepartmentMatch) => [
    ...similarDepartmentIds.flatMap((id) => {
      const found = departments.find(({ departmentId }) => departmentId === id);
      return found ? { value: id, label: found.name } : [];
    }),
    ...similarPaths.map((path) => ({
      value: `same:${JSON.stringify(path)}`,
      label: path.join(' › '),
    })),
  ];
  const decisions = [
    { value: 'create', label: t.createNew },
    { value: 'skip', label: t.leaveOut },
  ];
  const undecided = [
    { value: '', label: t.choose },
    { value: 'refuse', label: t.refuseRows },
  ];
  const stored = {
    createUnderId: props.createUnderId,
    mappingName: props.mappingName,
    ...Object.fromEntries(matches.map(({ path, choice }) => [choiceField(path), choice])),
  };
  const words: FormWords = {
    ...Object.fromEntries(
      matches.map((match) => {
        const choices = [...undecided, ...decisions, ...similarTo(match), ...tree];
        return [choiceField(match.path), { label: nameOf(match), choices }];
      }),
    ),
    rest: { label: t.rest, choices: decisions },
    createUnderId: { label: t.createUnder, choices: tree },
    mappingName: t.mappingName,
  };
  const sent = answer?.initialValue as Record<string, string> | undefined;
  const errors: FormErrorLists = answer?.error ?? {};
  return (
    <EditorForm
      id={formId}
      action={props.address}
      stored={{ revision: props.revision, fields: stored, words }}
      answer={answer}
      className={classes.form}
    >
      <input type="hidden" name="intent" value="departments" />
      <FormErrors errors={errors} formId={formId} />
      {dates.contradict && <Notice kind="warn">{t.datesContradict}</Notice>}
      {dates.other > 0 && (
        <Notice kind="warn">{t.datesOther({ count: count(dates.other) })}</Notice>
      )}
      {dates.unreadable > 0 && (
        <Notice kind="warn">{t.datesUnreadable({ count: count(dates.unreadable) })}</Notice>
      )}
      <Panel
        title={t.departmentsTitle}
        description={t.departmentsIntro({ values: count(matches.length), rows: count(rows) })}
        flush
      >
        <ScrollTable caption={t.departmentsTitle}>
          <thead>
            <tr>
              <th scope="col">{t.value}</th>
              <th scope="col" data-align="end">
                {t.rows}
              </th>
              <th scope="col">{t.belongsTo}</th>
            </tr>
          </thead>
          <tbody>
            {matches.map((match, index) => (
              <DepartmentRow
                key={nameOf(match)}
                match={match}
                id={`${formId}-departments[${index}]`}
                name={nameOf(match)}
                similar={similarTo(match)}
                tree={tree}
                chosen={sent?.[choiceField(match.path)] ?? match.choice}
                errors={errors[`departments[${index}]`]}
              />
            ))}
          </tbody>
        </ScrollTable>
      </Panel>
      <Panel>
        <div className={classes.fields}>
          {matches.some(({ choice }) => choice === '') && (
            <SelectField
              field={{ id: `${formId}-rest`, name: 'rest', defaultValue: sent?.['rest'] ?? '' }}
              label={t.rest}
              help={t.restHelp}
              choices={decisions}
              emptyChoice={t.choose}
              isOptional
            />
          )}
          <SelectField
            field={{
              id: `${formId}-createUnderId`,
              name: 'createUnderId',
              defaultValue: sent?.['createUnderId'] ?? props.createUnderId,
              errors: errors['createUnderId'],
            }}
            label={t.createUnder}
            help={t.createUnderHelp}
            choices={tree}
          />
          <TextField
            field={{
              id: `${formId}-mappingName`,
              name: 'mappingName',
              defaultValue: sent?.['mappingName'] ?? props.mappingName,
              errors: errors['mappingName'],
            }}
            label={t.mappingName}
            help={t.mappingNameHelp}
            maxLength={120}
            isOptional
          />
        </div>
      </Panel>
      <div className={classes.actions}>
        <SubmitButton>{t.runDry}</SubmitButton>
        <Link to="?step=columns">{t.back}</Link>
      </div>
    </EditorForm>
  );
}
