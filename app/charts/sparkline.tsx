import { useMessages } from '../locale';
import { chartMessages } from './chart-messages';
import { sparklinePaths, type SparkPoint } from './sparkline-path';

interface SparklineProps {
  points: readonly SparkPoint[];
  format: (value: number) => string;
  /** The last point is of a period that runs: its dot is hollow. */
  isPartial?: boolean;
  width?: number;
  height?: number;
}

/** Where a number has been lately, with the noise around it, in the size of a word. */
export function Sparkline({
  points,
  format,
  isPartial = false,
  width = 64,
  height = 20,
}: SparklineProps) {
  const t = useMessages(chartMessages);
  const { line, band, dot } = sparklinePaths(points, width, height);
  const isHollow = isPartial && points.at(-1)?.value != null;
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first, last] = [known[0], known.at(-1)];
  if (!dot || first === undefined || last === undefined) return null;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={(isHollow ? t.sparkTextSoFar : t.sparkText)({
        from: format(first),
        to: format(last),
        count: String(points.length),
      })}
    >
      <path d={band} fill="var(--chart-band)" />
      <path
        d={line}
        fill="none"
        stroke="var(--series-1)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle
        cx={dot.x}
        cy={dot.y}
        r="2"
        fill={isHollow ? 'var(--surface)' : 'var(--series-1)'}
        stroke={isHollow ? 'var(--series-1)' : 'none'}
      />
    </svg>
  );
}
