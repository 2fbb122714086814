import { Form } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { departmentChoices } from '../../departments/department-choices';
import { SelectField } from '../../forms/field';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import classes from '../../people/person-form.module.css';

interface UnknownDepartmentsProps {
  unknown: readonly { value: string; rows: number; similarDepartmentIds: readonly string[] }[];
  departments: Parameters<typeof departmentChoices>[0];
}

/** What the file calls departments and nobody knows: the likely ones stand first, and nothing is chosen by itself. */
export function UnknownDepartments({ unknown, departments }: UnknownDepartmentsProps) {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  if (unknown.length === 0) return null;
  const choices = departmentChoices(departments);
  return (
    <Panel title={t.importUnknownTitle} description={t.importUnknownText}>
      <Form method="post" className={classes.form}>
        <input type="hidden" name="intent" value="departments" />
        {unknown.map(({ value, rows, similarDepartmentIds }, index) => {
          const isSimilar = (choice: { value: string }) =>
            similarDepartmentIds.includes(choice.value);
          return (
            <div key={value}>
              <input type="hidden" name="value" value={value} />
              <SelectField
                field={{ id: `department-${index}`, name: 'departmentId', defaultValue: '' }}
                label={<bdi>{value}</bdi>}
                help={t.importUnknownRows({ count: formatCount(locale, rows) })}
                choices={[
                  ...choices.filter(isSimilar),
                  ...choices.filter((choice) => !isSimilar(choice)),
                ]}
                emptyChoice={t.importUnknownNone}
              />
            </div>
          );
        })}
        <div className={classes.buttons}>
          <SubmitButton>{t.importReadAs}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
