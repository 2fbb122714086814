import './charts.css';

import type { ECharts } from 'echarts/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

import { useMessages } from '../locale';
import { chartMessages } from './chart-messages';
import type { ChartSpec } from './chart-spec';
import classes from './chart.module.css';
import { drawOnServer } from './drawing';

interface ChartProps {
  spec: ChartSpec;
  /** What the chart says, as a sentence or a question. */
  title: ReactNode;
  note?: ReactNode;
  height?: number;
}

const narrow = 340;
const wide = 560;

/**
 * A chart that is there before any script: drawn on the server for a narrow and a wide place. The library is
 * fetched only when someone points at it, and then shows the numbers under the pointer.
 */
export function Chart({ spec, title, note, height = 220 }: ChartProps) {
  const t = useMessages(chartMessages);
  const captionId = useId();
  const canvas = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>();
  const [wanted, setWanted] = useState(false);
  const [firstSpec] = useState(spec);
  const isRedrawn = wanted || firstSpec.description !== spec.description;

  useEffect(() => {
    // After a move inside the application there is no drawing from the server to keep.
    if (canvas.current && !canvas.current.querySelector('svg')) setWanted(true);
  }, []);

  useEffect(() => {
    const place = canvas.current;
    if (!place || !isRedrawn) return;
    let left = false;
    if (chart.current) {
      chart.current.setOption(spec.option, { notMerge: true });
      return;
    }
    void import('./echarts-core').then(({ init }) => {
      if (left) return;
      const stage = document.createElement('div');
      stage.style.height = `${height}px`;
      place.replaceChildren(stage);
      chart.current = init(stage, null, { renderer: 'svg' });
      chart.current.setOption(spec.option);
    });
    return () => {
      left = true;
    };
  }, [spec, isRedrawn, height]);

  useEffect(() => {
    const place = canvas.current;
    if (!place) return;
    const observer = new ResizeObserver(() => chart.current?.resize());
    observer.observe(place);
    return () => {
      observer.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);

  const touch = () => setWanted(true);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption} id={captionId}>
        {title}
        {note && <div className={classes.note}>{note}</div>}
      </figcaption>
      <Drawing
        spec={firstSpec}
        height={height}
        place={canvas}
        onTouch={touch}
        label={spec.description}
      />
      <details className={classes.numbers}>
        <summary>{t.showTable}</summary>
        <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby={captionId}>
          <table className={classes.table} aria-labelledby={captionId}>
            <thead>
              <tr>
                {spec.table.headers.map((header) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {spec.table.rows.map(([first, ...rest], row) => (
                <tr key={row}>
                  <th scope="row">{first}</th>
                  {rest.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

interface DrawingProps {
  spec: ChartSpec;
  height: number;
  place: React.RefObject<HTMLDivElement>;
  onTouch: () => void;
  label: string;
}

/** The server's drawing. React leaves its inside alone: the browser has no second copy of it to compare with. */
function Drawing({ spec, height, place, onTouch, label }: DrawingProps) {
  const html =
    `<div class="${classes.drawing} ${classes.narrow}">${drawOnServer(spec, { width: narrow, height })}</div>` +
    `<div class="${classes.drawing} ${classes.wide}">${drawOnServer(spec, { width: wide, height })}</div>`;
  return (
    <div
      ref={place}
      className={classes.canvas}
      role="img"
      aria-label={label}
      onPointerEnter={onTouch}
      suppressHydrationWarning
      dangerouslySetInnerHTML={import.meta.env.SSR ? { __html: html } : { __html: '' }}
    />
  );
}
