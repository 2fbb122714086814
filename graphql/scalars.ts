import { GraphQLError } from 'graphql';
import { DateTime } from 'luxon';
import { NotFound } from '../platform/errors';
import { builder } from './builder';

/** A year that a calendar of an organisation can hold: beyond it, databases and arithmetic of days differ or fail. */
function isCalendarYear(year: number): boolean {
  return year >= 1900 && year < 2200;
}

builder.scalarType('DateTime', {
  description: 'A moment from 1900 to 2199, as ISO 8601 with its offset.',
  serialize: (value) => (value instanceof Date ? value : new Date(value)).toISOString(),
  parseValue: (value) => {
    const moment =
      typeof value === 'string' ? DateTime.fromISO(value, { setZone: true }) : undefined;
    if (!moment?.isValid || !isCalendarYear(moment.toUTC().year))
      throw new GraphQLError('Expected a moment such as 2026-03-12T09:30:00Z, from 1900 to 2199');
    return moment.toJSDate();
  },
});

builder.scalarType('Date', {
  description: 'A day from 1900 to 2199 in the organisation’s time zone, as YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: (value) => {
    const day =
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? DateTime.fromISO(value)
        : undefined;
    if (!day?.isValid || !isCalendarYear(day.year))
      throw new GraphQLError('Expected a day such as 2026-03-12, from 1900 to 2199');
    return value as string;
  },
});

builder.scalarType('JSON', {
  description: 'Any JSON value, where the shape belongs to somebody else.',
  serialize: (value) => value,
  parseValue: (value) => value,
});

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id of a thing from outside. What cannot be an id is the id of nothing: NotFound. */
export function asId(value: string | number): string {
  const id = String(value);
  if (!uuidPattern.test(id)) throw new NotFound();
  return id.toLowerCase();
}
