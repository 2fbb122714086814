import { Button, NativeSelect } from '@mantine/core';
import { useSearchParams } from '@remix-run/react';

import { FilterForm } from '../components/filter-form';
import { useMessages } from '../locale';
import { reviewMessages } from '../locales/reviews';
import { shellMessages } from '../locales/shell';
import { stepKey } from './step-badge';
import classes from './review-list.module.css';

/** The steps of a cycle that a review can stand at, as the schema writes them. */
export const filterSteps = ['GOALS', 'MANAGER_REVIEW', 'SHARE', 'ACKNOWLEDGE', 'CLOSED'] as const;
type FilterStep = (typeof filterSteps)[number];
const parameters = ['step'];

/** The step that the address narrows a list to. */
export function chosenStep(search: URLSearchParams): FilterStep | undefined {
  return filterSteps.find((step) => step === search.get('step'));
}

/** Narrows a list of reviews to one step; with a button, so that it works without scripts. */
export function StepFilter() {
  const t = useMessages(reviewMessages);
  const shell = useMessages(shellMessages);
  const [search] = useSearchParams();
  return (
    <FilterForm parameters={parameters} className={classes.filter}>
      <NativeSelect
        name="step"
        aria-label={t.filterStep}
        defaultValue={chosenStep(search) ?? ''}
        data={[
          { value: '', label: t.filterAll },
          ...filterSteps.map((step) => ({ value: step, label: t[`step_${stepKey(step)}`] })),
        ]}
      />
      <Button type="submit" variant="default">
        {shell.apply}
      </Button>
    </FilterForm>
  );
}
