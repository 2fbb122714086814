import './scalars';
import './user-error';
import './organisation/department';
import { builder } from './builder';

export const schema = builder.toSchema();
