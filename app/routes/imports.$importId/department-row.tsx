import { NativeSelect } from '@mantine/core';

import { formatCount } from '../../../universal/format';
import type { Choice } from '../../forms/field';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import { choiceField } from './department-choice-fields';
import classes from './import-page.module.css';

export interface DepartmentMatch {
  path: string[];
  rows: number;
  /** Empty where a person has to decide. */
  choice: string;
  similarDepartmentIds: readonly string[];
  similarPaths: readonly string[][];
}

interface DepartmentRowProps {
  match: DepartmentMatch;
  id: string;
  name: string;
  /** Departments and other values of the file that are called nearly so. */
  similar: readonly Choice[];
  tree: readonly Choice[];
  chosen: string;
  errors: string[] | undefined;
}

/** One value of the file, and the choice of what it stands for. */
export function DepartmentRow(props: DepartmentRowProps) {
  const { match, id, name, similar, tree, chosen, errors } = props;
  const t = useMessages(importMessages);
  const locale = useLocale();
  const { path, rows, choice } = match;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-align="end">{formatCount(locale, rows)}</td>
      <td className={classes.choice}>
        {similar.length > 0 && (
          <input type="hidden" name="hasSimilar" value={JSON.stringify(path)} />
        )}
        <NativeSelect
          id={id}
          name={choiceField(path)}
          aria-label={`${t.belongsTo}: ${name}`}
          defaultValue={chosen}
          error={errors?.join(' ')}
        >
          {path.length > 0 ? (
            <>
              <option value="">{t.choose}</option>
              {similar.length > 0 && (
                <optgroup label={t.similarNames}>
                  <Options choices={similar} />
                </optgroup>
              )}
              <option value="create">{t.createNew}</option>
            </>
          ) : (
            <option value="refuse">{t.refuseRows}</option>
          )}
          <option value="skip">{t.leaveOut}</option>
          <Options choices={tree} />
        </NativeSelect>
        {similar.length > 0 && choice === '' && (
          <p className="quiet small">
            {t.looksLike({ names: similar.map(({ label }) => label).join(t.listSeparator) })}
          </p>
        )}
      </td>
    </tr>
  );
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
