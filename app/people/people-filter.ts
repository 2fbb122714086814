const sorts = { name: 'NAME', number: 'NUMBER', hiredOn: 'HIRED_ON' } as const;
const isSort = (name: string): name is keyof typeof sorts => name in sorts;
const isState = (state: string | null): state is 'LEFT' | 'ALL' =>
  state === 'LEFT' || state === 'ALL';

/** What the address of the list of people narrows it to. */
export function peopleFilter(search: URLSearchParams) {
  const given = search.get('sort') ?? 'name';
  const sort = given.replace(/^-/, '');
  const state = search.get('state');
  return {
    search: search.get('q'),
    departmentId: search.get('department') || null,
    managerEmployeeId: search.get('manager') || null,
    state: isState(state) ? state : ('CURRENT' as const),
    sort: isSort(sort) ? sorts[sort] : ('NAME' as const),
    isDescending: given.startsWith('-'),
  };
}
