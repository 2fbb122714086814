import type { Logger } from '../platform/logger';

const sameSignalMs = 700;

type Step = [title: string, work: () => Promise<void>];

/**
 * Stops everything in the reverse order of starting, once. A step that fails does not keep the later ones from
 * running; a second signal ends the process at once, and the guard of PostgreSQL then ends PostgreSQL.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private signalledAt = 0;
  private stopping: Promise<void> | undefined;

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
      process.exit(0);
    });
  }

  private async runSteps(): Promise<void> {
    for (const [title, work] of this.steps) {
      try {
        await work();
      } catch (error) {
        this.options.log()?.error({ err: error }, `Stopping failed: ${title}`);
      }
    }
  }
}
