/** The numbers of everyone who, by these managers, would report to themselves through others. */
export function findRings(
  managers: readonly { employeeNumber: string; managerNumber: string }[],
): Set<string> {
  const managerOf = new Map(
    managers.map(({ employeeNumber, managerNumber }) => [employeeNumber, managerNumber]),
  );
  const settled = new Set<string>();
  const inRing = new Set<string>();
  for (const start of managerOf.keys()) {
    const path: string[] = [];
    const positions = new Map<string, number>();
    let current: string | undefined = start;
    while (current !== undefined && !settled.has(current) && !positions.has(current)) {
      positions.set(current, path.length);
      path.push(current);
      current = managerOf.get(current);
    }
    const ringStart = current === undefined ? undefined : positions.get(current);
    if (ringStart !== undefined) for (const number of path.slice(ringStart)) inRing.add(number);
    for (const number of path) settled.add(number);
  }
  return inRing;
}
