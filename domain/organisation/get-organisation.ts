import { authorise } from '../access';
import type { Context, OrganisationSettings } from '../context';
import { getStoredOrganisation } from './organisation-store';

/** The organisation as stored now: an editor must not show what a request still remembers of it. */
export async function getOrganisation(ctx: Context): Promise<OrganisationSettings> {
  authorise(ctx.viewer, 'read', 'Organisation');
  const { organisation } = ctx;
  return { ...organisation, ...(await getStoredOrganisation(ctx.db, organisation.organisationId)) };
}
