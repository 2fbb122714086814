const { readdir, readFile } = require('node:fs/promises');
const { join } = require('node:path');

const modelsFolder = '/cube/conf/model';

const scopeGroup = (ids, things) => {
  if (ids === 'all') return [`all_${things}`];
  return ids && ids.length > 0 ? [`listed_${things}`] : [];
};

/** Configuration of a Cube deployment: the groups of the access policies, and rollups in Cube Store. */
module.exports = {
  contextToGroups: ({ securityContext }) => [
    ...(securityContext.roles || []).map((role) => `role_${role}`),
    ...scopeGroup(securityContext.departmentIds, 'departments'),
    ...scopeGroup(securityContext.pulseDepartmentIds, 'pulse_departments'),
  ],
  // The models keep their rollups in PostgreSQL, where the embedded Cube has them; here they move to Cube Store.
  repositoryFactory: () => ({
    localPath: () => modelsFolder,
    dataSchemaFiles: async () => {
      const names = (await readdir(modelsFolder, { recursive: true })).filter((name) =>
        name.endsWith('.yml'),
      );
      return Promise.all(
        names.sort().map(async (fileName) => {
          const content = await readFile(join(modelsFolder, fileName), 'utf8');
          return { fileName, content: content.replaceAll('external: false', 'external: true') };
        }),
      );
    },
  }),
};
