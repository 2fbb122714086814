import { Button, NativeSelect } from '@mantine/core';
import { useSubmit } from '@remix-run/react';

import { FilterForm } from '../../components/filter-form';
import { feedbackMessages } from '../../locales/feedback';
import { useMessages } from '../../locale';
import type { ChosenFilters } from './active-filters';
import classes from './feedback.module.css';

interface CommentFiltersProps {
  departments: readonly { departmentId: string; name: string; level: number }[];
  touchpoints: readonly { touchpointId: string; name: string }[];
  chosen: ChosenFilters;
}

const parameters = ['department', 'touchpoint', 'score', 'order'];

/** Narrows and orders the comments. Each choice stands in the address; scripts send the form by themselves. */
export function CommentFilters({ departments, touchpoints, chosen }: CommentFiltersProps) {
  const t = useMessages(feedbackMessages);
  const submit = useSubmit();
  return (
    <FilterForm
      parameters={parameters}
      className={classes.filters}
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      <NativeSelect
        name="department"
        label={t.department}
        defaultValue={chosen.department}
        data={[
          { value: '', label: t.allDepartments },
          ...departments.map(({ departmentId, name, level }) => ({
            value: departmentId,
            label: `${'\u2003'.repeat(level)}${name}`,
          })),
        ]}
      />
      <NativeSelect
        name="touchpoint"
        label={t.touchpoint}
        defaultValue={chosen.touchpoint}
        data={[
          { value: '', label: t.allTouchpoints },
          ...touchpoints.map(({ touchpointId, name }) => ({ value: touchpointId, label: name })),
        ]}
      />
      <NativeSelect
        name="score"
        label={t.score}
        defaultValue={chosen.score}
        data={[
          { value: '', label: t.allScores },
          { value: 'low', label: t.bandLow },
          { value: 'middle', label: t.bandMiddle },
          { value: 'high', label: t.bandHigh },
        ]}
      />
      <NativeSelect
        name="order"
        label={t.order}
        defaultValue={chosen.order}
        data={[
          { value: '', label: t.newest },
          { value: 'critical', label: t.critical },
        ]}
      />
      <noscript>
        <Button type="submit" variant="default">
          {t.show}
        </Button>
      </noscript>
    </FilterForm>
  );
}
