/** Nothing of these is anybody's text: what a button says, and the revision. */
const notTyped = new Set(['revision', 'do', 'intent', '__intent__']);

/** Data of a form by the names of its fields: `goals[0].title`. */
export function fieldValues(data: unknown, name = ''): Record<string, string> {
  if (data === null || data === undefined) return {};
  if (Array.isArray(data))
    return Object.assign(
      {},
      ...data.map((value, index) => fieldValues(value, `${name}[${index}]`)),
    ) as Record<string, string>;
  if (typeof data === 'object')
    return Object.assign(
      {},
      ...Object.entries(data).map(([key, value]) =>
        name === '' && notTyped.has(key) ? {} : fieldValues(value, name ? `${name}.${key}` : key),
      ),
    ) as Record<string, string>;
  return { [name]: String(data as string | number | boolean) };
}

export interface Difference {
  name: string;
  mine: string;
  theirs: string;
}

const plain = (text: string | undefined) => (text ?? '').replace(/\r\n/g, '\n').trim();

/** Where two texts of the same form differ, in the order of the fields, and the names that the first one has. */
export function differencesBetween(
  mine: unknown,
  theirs: unknown,
): { differences: Difference[]; ownNames: string[] } {
  const [own, other] = [fieldValues(mine), fieldValues(theirs)];
  const differences = [...new Set([...Object.keys(own), ...Object.keys(other)])]
    .map((name) => ({ name, mine: plain(own[name]), theirs: plain(other[name]) }))
    .filter((pair) => pair.mine !== pair.theirs);
  return { differences, ownNames: Object.keys(own) };
}
