import { formatCount } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { departmentChoices } from '../../departments/department-choices';
import { EditorForm } from '../../forms/editor-form';
import { SelectField } from '../../forms/field';
import type { FormAnswer } from '../../forms/form-answer';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { departmentField } from './unknown-department-fields';
import classes from '../../people/person-form.module.css';

interface UnknownDepartmentsProps {
  revision: string;
  unknown: readonly { value: string; rows: number; similarDepartmentIds: readonly string[] }[];
  departments: Parameters<typeof departmentChoices>[0];
  answer: FormAnswer | null | undefined;
}

/** What the file calls departments and nobody knows: the likely ones stand first, and nothing is chosen by itself. */
export function UnknownDepartments(props: UnknownDepartmentsProps) {
  const { revision, unknown, departments, answer } = props;
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  if (unknown.length === 0) return null;
  const choices = departmentChoices(departments);
  return (
    <Panel title={t.importUnknownTitle} description={t.importUnknownText}>
      <EditorForm id="departments" answer={answer} className={classes.form}>
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="intent" value="departments" />
        {unknown.map(({ value, rows, similarDepartmentIds }, index) => {
          const isSimilar = (choice: { value: string }) =>
            similarDepartmentIds.includes(choice.value);
          return (
            <div key={value}>
              <SelectField
                field={{
                  id: `department-${index}`,
                  name: departmentField(value),
                  defaultValue: String(answer?.initialValue?.[departmentField(value)] ?? ''),
                }}
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
      </EditorForm>
    </Panel>
  );
}
