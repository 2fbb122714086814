import { authorise } from '../access';
import { audited } from '../privacy';
import { createDepartment } from './create-department';
import { insertOrganisation } from './organisation-store';

/** Stores the organisation of the context, with the department that all others will be below. */
export const createOrganisation = audited(
  'organisation.create',
  async (ctx, root: { code: string }) => {
    authorise(ctx.viewer, 'create', 'Department');
    const { organisation } = ctx;
    await insertOrganisation(ctx.db, organisation);
    await createDepartment(ctx, {
      code: root.code,
      nameEn: organisation.nameEn,
      nameZh: organisation.nameZh,
      parentDepartmentId: null,
    });
    return organisation;
  },
  (_root, { organisationId }) => ({ subjectType: 'Organisation', subjectId: organisationId }),
);
