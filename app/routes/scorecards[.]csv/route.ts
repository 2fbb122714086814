import type { LoaderFunctionArgs } from '@remix-run/node';

import { gridFile } from '../../scorecards/files/scorecard-files';

export const loader = (input: LoaderFunctionArgs) => gridFile(input, 'csv');
