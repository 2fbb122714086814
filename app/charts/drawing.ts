import type { ChartSpec } from './chart-spec';
import type { SvgSize } from './render-svg';

// Only the server draws before the first paint; in the browser the library is fetched when a chart is touched.
const server = import.meta.env.SSR ? await import('./render-svg') : undefined;

/** The chart as SVG text on the server; nothing in the browser. */
export function drawOnServer({ option, description }: ChartSpec, size: SvgSize): string {
  return server?.renderSvg(option, size, description) ?? '';
}
