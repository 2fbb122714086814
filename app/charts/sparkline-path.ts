export interface SparkPoint {
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface SparkPaths {
  line: string;
  band: string;
  /** The newest point that could be drawn. */
  dot: { x: number; y: number } | undefined;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The paths of a line the size of a word. Its own scale: it shows direction and noise, the number beside it the level. */
export function sparklinePaths(
  points: readonly SparkPoint[],
  width: number,
  height: number,
): SparkPaths {
  const seen = points
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((value) => value !== null);
  if (seen.length === 0) return { line: '', band: '', dot: undefined };
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  const margin = 2;
  const x = (index: number) =>
    round(
      points.length === 1
        ? width / 2
        : margin + (index / (points.length - 1)) * (width - 2 * margin),
    );
  const y = (value: number) =>
    round(
      high === low ? height / 2 : margin + ((high - value) / (high - low)) * (height - 2 * margin),
    );

  const runs: number[][] = [[]];
  points.forEach((point, index) => {
    if (point.value === null) runs.push([]);
    else runs.at(-1)?.push(index);
  });
  const at = (index: number) => points[index] as SparkPoint & { value: number };
  const drawn = runs.filter((run) => run.length > 0);
  const line = drawn
    .map((run) => `M${run.map((index) => `${x(index)} ${y(at(index).value)}`).join('L')}`)
    .join('');
  const band = drawn
    .filter(
      (run) =>
        run.length > 1 && run.every((index) => at(index).low !== null && at(index).high !== null),
    )
    .map((run) => {
      const there = run.map((index) => `${x(index)} ${y(at(index).high ?? 0)}`);
      const back = run.toReversed().map((index) => `${x(index)} ${y(at(index).low ?? 0)}`);
      return `M${[...there, ...back].join('L')}Z`;
    })
    .join('');
  const newest = drawn.at(-1)?.at(-1);
  return {
    line,
    band,
    dot: newest === undefined ? undefined : { x: x(newest), y: y(at(newest).value) },
  };
}
