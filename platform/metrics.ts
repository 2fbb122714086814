import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus can read about this process. */
export interface Metrics {
  /** Text in Prometheus' format. */
  text(): Promise<string>;
  contentType: string;
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  observeJob(job: { name: string; outcome: 'done' | 'failed'; seconds: number }): void;
  /** Adds a number that is read when Prometheus asks. */
  addGauge(name: string, help: string, read: () => Promise<Record<string, number>>): void;
}

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the metrics of one process, with those of Node (memory, event loop, garbage) included. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsBuckets,
    registers: [registry],
  });
  const jobs = new Histogram({
    name: 'job_duration_seconds',
    help: 'Time that a run of a job took',
    labelNames: ['job', 'outcome'],
    buckets: [...secondsBuckets, 60, 300, 1800],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'job_failures_total',
    help: 'Runs of jobs that failed',
    labelNames: ['job'],
    registers: [registry],
  });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    observeRequest({ method, route, status, seconds }) {
      requests.observe({ method, route, status }, seconds);
    },
    observeJob({ name, outcome, seconds }) {
      jobs.observe({ job: name, outcome }, seconds);
      if (outcome === 'failed') failures.inc({ job: name });
    },
    addGauge(name, help, read) {
      const gauge = new Gauge({
        name,
        help,
        labelNames: ['state'],
        registers: [registry],
        async collect() {
          // What cannot be read now is left out: the rest is wanted most while something is away.
          gauge.reset();
          const values = await read().catch(() => ({}));
          for (const [state, value] of Object.entries(values)) gauge.set({ state }, value);
        },
      });
    },
  };
}
