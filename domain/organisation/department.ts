import { z } from 'zod';

/** A part of the organisation as of now. `level` is 0 for the root. */
export interface Department {
  departmentId: string;
  code: string;
  nameEn: string;
  nameZh: string;
  parentDepartmentId: string | null;
  headEmployeeId: string | null;
  level: number;
  isArchived: boolean;
}

export const departmentInput = z.object({
  code: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().min(1).max(120),
  nameZh: z.string().trim().min(1).max(120),
  parentDepartmentId: z.uuid().nullable(),
});
export type DepartmentInput = z.infer<typeof departmentInput>;
