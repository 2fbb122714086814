import { z } from 'zod';
import { locales } from '../text';

const name = z.string().trim().min(1).max(120);
const day = z.iso.date();

const person = {
  employeeNumber: z.string().trim().min(1).max(40),
  fullName: name,
  email: z.email().optional(),
  locale: z.enum(locales),
};

const place = {
  departmentId: z.string().min(1),
  positionTitle: z.string().trim().max(120).optional(),
  /** The manager's employee number, alone or followed by the name. */
  manager: z.string().trim().max(200).optional(),
};

/** That someone who left comes back is said, never concluded. */
const rehire = z.boolean().default(false);
/** What an editor was opened with; a form for something new has none. */
const revision = z.string().optional();

export const newPersonForm = z.object({ ...person, ...place, hiredOn: day, rehire });
export const personForm = z.object({ ...person, revision });
export const transferForm = z.object({ ...place, from: day, rehire, revision });
export const departureForm = z.object({ leftOn: day, revision });

export const departmentForm = z.object({
  code: z.string().trim().min(1).max(40),
  nameEn: name,
  nameZh: name,
  parentDepartmentId: z.string().optional(),
  /** The first day in a new place; today where none is given. */
  from: day.optional(),
  /** The head's employee number, alone or followed by the name. */
  head: z.string().trim().max(200).optional(),
  revision,
});

export const organisationForm = z.object({
  nameEn: name,
  nameZh: name,
  timeZone: z.string().min(1),
  defaultLocale: z.enum(locales),
  revision,
});
