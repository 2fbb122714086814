import './scalars';
import './user-error';
import './analytics/metric';
import './analytics/scorecard';
import './analytics/target';
import './organisation/department';
import './appraisal/cycle';
import './appraisal/preview';
import './appraisal/review';
import './appraisal/template';
import { builder } from './builder';

export const schema = builder.toSchema();
