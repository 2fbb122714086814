import type { EChartsCoreOption } from 'echarts/core';
import { LRUCache } from 'lru-cache';

import { init } from './echarts-core';

export interface SvgSize {
  width: number;
  height: number;
}

const drawn = new LRUCache<string, string>({
  maxSize: 8_000_000,
  sizeCalculation: (svg) => svg.length,
});

/** Short and stable: the same numbers give the same drawing with the same ids. */
function idPrefixOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1)
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return `c${hash.toString(36)}`;
}

/**
 * A chart as SVG: the same bytes for the same option, without the style element that a strict content policy refuses,
 * and as wide as its box. A drawing costs about 5 ms, so it is kept. `words` tell apart options that differ only in
 * what their formatters say.
 */
export function renderSvg(
  option: EChartsCoreOption,
  { width, height }: SvgSize,
  words: string,
): string {
  const key = `${width}x${height} ${words} ${JSON.stringify(option)}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    const svg = slim(chart.renderToSVGString(), idPrefixOf(key), { width, height });
    drawn.set(key, svg);
    return svg;
  } finally {
    chart.dispose();
  }
}

/** Class names and the style element belong together and are numbered per process; the rest only serves hovering. */
function slim(svg: string, idPrefix: string, { width, height }: SvgSize): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|xml:space|pointer-events|baseProfile)="[^"]*"/g, '')
    .replace(/zr\d+-/g, `${idPrefix}-`)
    .replace(
      /^<svg [^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    )
    .replace(/\n\s*/g, '')
    .replaceAll('font-family:inherit;', '');
}
