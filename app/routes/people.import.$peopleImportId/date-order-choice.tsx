import { Form } from '@remix-run/react';

import { Panel } from '../../components/panel';
import { SelectField } from '../../forms/field';
import { SubmitButton } from '../../forms/submit-button';
import { useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import classes from '../../people/person-form.module.css';

type DateOrder = 'YMD' | 'DMY' | 'MDY';

/** Asks in which order the dates of a file are, where they can be read in several. */
export function DateOrderChoice({
  revision,
  candidates,
}: {
  revision: string;
  candidates: readonly DateOrder[];
}) {
  const t = useMessages(organisationMessages);
  if (candidates.length === 0) return null;
  const labels = { YMD: t.importYmd, DMY: t.importDmy, MDY: t.importMdy };
  return (
    <Panel title={t.importDatesTitle} description={t.importDatesText}>
      <Form method="post" className={classes.form}>
        <input type="hidden" name="intent" value="dates" />
        <input type="hidden" name="revision" value={revision} />
        <SelectField
          field={{ id: 'date-order', name: 'dateOrder', defaultValue: '' }}
          label={t.importDates}
          choices={candidates.map((value) => ({ value, label: labels[value] }))}
          emptyChoice="–"
          required
        />
        <div className={classes.buttons}>
          <SubmitButton>{t.importReadAs}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
