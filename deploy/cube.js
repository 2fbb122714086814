/** Configuration of a Cube deployment: the groups that the access policies of the models name. */
const scopeGroup = (ids, things) => {
  if (ids === 'all') return [`all_${things}`];
  return ids && ids.length > 0 ? [`listed_${things}`] : [];
};

module.exports = {
  contextToGroups: ({ securityContext }) => [
    ...(securityContext.roles || []).map((role) => `role_${role}`),
    ...scopeGroup(securityContext.departmentIds, 'departments'),
    ...scopeGroup(securityContext.pulseDepartmentIds, 'pulse_departments'),
  ],
};
