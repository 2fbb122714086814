import { z } from 'zod';
import { daySchema } from './employee';
import { revisionOf } from '../../platform/revision';

/** A part of the organisation as of now. `level` is 0 for the root. */
export interface Department {
  departmentId: string;
  code: string;
  nameEn: string;
  nameZh: string;
  parentDepartmentId: string | null;
  headEmployeeId: string | null;
  headName: string | null;
  level: number;
  isArchived: boolean;
}

/** What an editor of a department shows. */
export function departmentRevision({
  code,
  nameEn,
  nameZh,
  parentDepartmentId,
  headEmployeeId,
}: Department): string {
  return revisionOf({ code, nameEn, nameZh, parentDepartmentId, headEmployeeId });
}

const description = {
  code: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().min(1).max(120),
  nameZh: z.string().trim().min(1).max(120),
};

export const departmentInput = z.object({
  ...description,
  parentDepartmentId: z.uuid().nullable(),
});
export type DepartmentInput = z.infer<typeof departmentInput>;

export const departmentUpdate = z.object({
  departmentId: z.uuid(),
  ...description,
  headEmployeeId: z.uuid().nullable(),
  /** The revision that its editor was opened with. */
  revision: z.string().optional(),
});

export const departmentMove = z.object({
  departmentId: z.uuid(),
  parentDepartmentId: z.uuid().nullable(),
  /** The first day in the new place; today where none is named. */
  from: daySchema.optional(),
  revision: z.string().optional(),
});
export const departmentReference = z.object({ departmentId: z.uuid() });
