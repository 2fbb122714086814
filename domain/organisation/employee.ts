import { DateTime } from 'luxon';
import { z } from 'zod';
import { revisionOf } from '../../platform/revision';
import { sayBoth } from '../../platform/parse-input';
import { locales } from '../../universal/text';

/** A person who works or worked for the organisation. From `leftOn` on they no longer do. */
export interface Employee {
  employeeId: string;
  employeeNumber: string;
  fullName: string;
  email: string | null;
  locale: 'en' | 'zh';
  timeZone: string | null;
  hiredOn: string;
  leftOn: string | null;
}

/** An employee with where and for whom they work on the day that was asked about. */
export interface EmployeeEntry extends Employee {
  departmentId: string | null;
  positionTitle: string | null;
  managerEmployeeId: string | null;
  managerName: string | null;
}

/** A day, YYYY-MM-DD, that exists and lies within living memory. */
export const daySchema = z
  .string()
  .refine(
    (day) => /^(19|20)\d{2}-\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day).isValid,
    sayBoth({ en: 'Give a day such as 2026-03-12.', zh: '请填写日期，例如 2026-03-12。' }),
  );

export const employeeDescription = z.object({
  employeeNumber: z.string().trim().min(1).max(40),
  fullName: z.string().trim().min(1).max(120),
  email: z
    .union([
      z.literal(''),
      z.email(
        sayBoth({
          en: 'Give a mail address such as kim@example.org.',
          zh: '请填写邮箱地址，例如 kim@example.org。',
        }),
      ),
    ])
    .nullable()
    .transform((email) => email || null),
  locale: z.enum(locales),
});

export const employeeInput = employeeDescription.extend({
  hiredOn: daySchema,
  departmentId: z.uuid(),
  positionTitle: z.string().trim().max(120),
  managerEmployeeId: z.uuid().nullable(),
  /** That someone who left comes back is said, never concluded. */
  rehire: z.boolean().default(false),
});

export const employeeUpdate = employeeDescription.extend({
  employeeId: z.uuid(),
  /** The revision that the editor was opened with. */
  revision: z.string().optional(),
});

/** What an editor of a person shows. */
export function employeeRevision({
  employeeNumber,
  fullName,
  email,
  locale,
}: Pick<Employee, 'employeeNumber' | 'fullName' | 'email' | 'locale'>): string {
  return revisionOf({ employeeNumber, fullName, email, locale });
}

export const transferInput = z.object({
  employeeId: z.uuid(),
  departmentId: z.uuid(),
  positionTitle: z.string().trim().max(120),
  managerEmployeeId: z.uuid().nullable(),
  from: daySchema,
  rehire: z.boolean().default(false),
  /** Of the places and managers that the editor was opened with. */
  revision: z.string().optional(),
});

export const departureInput = z.object({
  employeeId: z.uuid(),
  leftOn: daySchema,
  /** Of the employment that the editor was opened with. */
  revision: z.string().optional(),
});
