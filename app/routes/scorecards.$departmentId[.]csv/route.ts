import type { LoaderFunctionArgs } from '@remix-run/node';

import { departmentFile } from '../../scorecards/files/scorecard-files';

export const loader = (input: LoaderFunctionArgs) => departmentFile(input, 'csv');
