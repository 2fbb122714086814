import './charts.css';
import { heatStepCount } from './chart-theme';
import classes from './heat-key.module.css';

interface HeatKeyProps {
  worse: string;
  better: string;
  /** What an outlined cell means. */
  unsure: string;
}

/** What the colours of a heat map mean, and its outlines. */
export function HeatKey({ worse, better, unsure }: HeatKeyProps) {
  return (
    <div>
      <div className={classes.scale} aria-hidden>
        {Array.from({ length: heatStepCount }, (_, step) => (
          <span key={step} style={{ background: `var(--heat-${step})` }} />
        ))}
      </div>
      <div className={classes.ends}>
        <span>{worse}</span>
        <span>{better}</span>
      </div>
      <div className={classes.unsure}>
        <span aria-hidden />
        {unsure}
      </div>
    </div>
  );
}
