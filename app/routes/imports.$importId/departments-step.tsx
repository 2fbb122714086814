import { NativeSelect } from '@mantine/core';
import { Form, Link } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { SelectField, TextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { SubmitButton } from '../../forms/submit-button';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import type { FormErrorLists } from './column-mapping-form';
import classes from './import-page.module.css';
import { ScrollTable } from './scroll-table';

interface DepartmentsStepProps {
  rows: number;
  matches: readonly {
    path: string[];
    rows: number;
    /** Empty where a person has to decide. */
    choice: string;
    similarDepartmentIds: readonly string[];
    similarPaths: readonly string[][];
  }[];
  departments: readonly { departmentId: string; name: string; level: number }[];
  createUnderId: string;
  mappingName: string;
  dates: { other: number; unreadable: number; contradict: boolean };
  errors: FormErrorLists;
}

const formId = 'departments';

/** Which department each value of the file stands for. */
export function DepartmentsStep(props: DepartmentsStepProps) {
  const { rows, matches, departments, createUnderId, mappingName, dates, errors } = props;
  const t = useMessages(importMessages);
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const tree = departments.map(({ departmentId, name, level }) => ({
    value: departmentId,
    label: `${'\u2003'.repeat(level)}${name}`,
  }));
  return (
    <Form method="post" className={classes.form}>
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
            {matches.map((match, index) => {
              const { path, rows: rowCount, choice } = match;
              const similar = [
                ...match.similarDepartmentIds.flatMap((id) => {
                  const found = departments.find(({ departmentId }) => departmentId === id);
                  return found ? { value: id, name: found.name } : [];
                }),
                ...match.similarPaths.map((other) => ({
                  value: `same:${JSON.stringify(other)}`,
                  name: other.join(' › '),
                })),
              ];
              const name = path.length > 0 ? path.join(' › ') : t.noDepartment;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td data-align="end">{count(rowCount)}</td>
                  <td className={classes.choice}>
                    <input type="hidden" name="path" value={JSON.stringify(path)} />
                    <input type="hidden" name="hasSimilar" value={String(similar.length > 0)} />
                    <NativeSelect
                      id={`${formId}-departments[${index}]`}
                      name="choice"
                      aria-label={`${t.belongsTo}: ${name}`}
                      defaultValue={choice}
                      error={errors[`departments[${index}]`]?.join(' ')}
                    >
                      {path.length > 0 ? (
                        <>
                          <option value="">{t.choose}</option>
                          {similar.length > 0 && (
                            <optgroup label={t.similarNames}>
                              {similar.map(({ value, name: other }) => (
                                <option key={value} value={value}>
                                  {other}
                                </option>
                              ))}
                            </optgroup>
                          )}
                          <option value="create">{t.createNew}</option>
                        </>
                      ) : (
                        <option value="refuse">{t.refuseRows}</option>
                      )}
                      <option value="skip">{t.leaveOut}</option>
                      {tree.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </NativeSelect>
                    {similar.length > 0 && choice === '' && (
                      <p className="quiet small">
                        {t.looksLike({
                          names: similar.map((one) => one.name).join(t.listSeparator),
                        })}
                      </p>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </ScrollTable>
      </Panel>
      <Panel>
        <div className={classes.fields}>
          {matches.some(({ choice }) => choice === '') && (
            <SelectField
              field={{ id: `${formId}-rest`, name: 'rest', defaultValue: '' }}
              label={t.rest}
              help={t.restHelp}
              choices={[
                { value: 'create', label: t.createNew },
                { value: 'skip', label: t.leaveOut },
              ]}
              emptyChoice={t.choose}
              isOptional
            />
          )}
          <SelectField
            field={{
              id: `${formId}-createUnderId`,
              name: 'createUnderId',
              defaultValue: createUnderId,
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
              defaultValue: mappingName,
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
    </Form>
  );
}
