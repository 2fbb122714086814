import './charts.css';

import { useEffect, useRef, useState } from 'react';

import type { ChartSpec } from './chart-spec';
import { drawOnServer } from './drawing';
import type { SvgSize } from './render-svg';

interface StaticDrawingProps {
  spec: ChartSpec;
  size: SvgSize;
  className?: string;
}

/** A drawing beside text that says the same: hidden from screen readers, never interactive, of a fixed size. */
export function StaticDrawing({ spec, size, className }: StaticDrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const [first] = useState(spec);
  const { width, height } = size;
  const isSame = JSON.stringify(first.table) === JSON.stringify(spec.table);
  useEffect(() => {
    const box = place.current;
    if (!box || (isSame && box.firstElementChild)) return;
    let left = false;
    void import('./render-svg').then(({ renderSvg }) => {
      if (!left) box.innerHTML = renderSvg(spec.option, { width, height }, spec.description);
    });
    return () => {
      left = true;
    };
  }, [spec, isSame, width, height]);
  return (
    <div
      ref={place}
      className={className}
      style={{ width, height }}
      aria-hidden
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: import.meta.env.SSR ? drawOnServer(spec, size) : '' }}
    />
  );
}
