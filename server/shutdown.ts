import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../platform/logger';

const sameSignalMs = 700;
const failurePatienceMs = 4_000;
/** Jobs are given the longest time; nothing that takes longer ends by waiting. */
const stepPatienceMs = 40_000;

type Step = [title: string, work: () => Promise<void>];

/**
 * Stops everything in the reverse order of starting, once. A step that fails does not keep the later ones from
 * running; a second signal ends the process at once, and the guard of PostgreSQL then ends PostgreSQL.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private signalledAt = 0;
  private stopping: Promise<void> | undefined;
  private exitCode = 0;

  constructor(
    private readonly options: { log: () => Logger | undefined; say: (line: string) => void },
  ) {}

  /** Adds what undoes the step of starting that was just done. */
  later(title: string, work: () => Promise<void>): void {
    this.steps.unshift([title, work]);
  }

  listenToSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.onSignal());
    }
  }

  stop(): Promise<void> {
    this.stopping ??= this.runSteps();
    return this.stopping;
  }

  /** Ends the process because it cannot go on: what can be finished in time is, and the code says that it was no wish. */
  async fail(): Promise<never> {
    this.exitCode = 1;
    // Whatever waits for a database that is away must not keep a process that serves nobody.
    setTimeout(() => process.exit(1), failurePatienceMs);
    await this.stop();
    process.exit(1);
  }

  private onSignal(): void {
    if (this.stopping) {
      // A terminal and npm may both pass on the same Ctrl-C.
      if (Date.now() - this.signalledAt < sameSignalMs) return;
      this.options.say('Stopping at once');
      process.exit(130);
    }
    this.signalledAt = Date.now();
    this.options.say('\nStopping: what runs is finished first (again to stop at once)');
    void this.stop().then(() => {
      this.options.say('Stopped');
      process.exit(this.exitCode);
    });
  }

  private async runSteps(): Promise<void> {
    for (const [title, work] of this.steps) {
      try {
        await atMost(stepPatienceMs, work());
      } catch (error) {
        this.options.log()?.error({ err: error }, `Stopping failed: ${title}`);
      }
    }
  }
}

/** Waits for the work, but not for ever; what is left ends with the process. */
async function atMost(patienceMs: number, work: Promise<void>): Promise<void> {
  const late = sleep(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error(`It took longer than ${patienceMs / 1000} seconds`);
  });
  await Promise.race([work, late]);
}
