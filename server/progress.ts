/** Tells the person at the terminal what happens, with the time each step took. */
export interface Progress {
  step<R>(title: string, work: () => Promise<R>): Promise<R>;
  say(line: string): void;
}

/** Writes progress to standard output, unless nobody wants to read it. */
export function createProgress({ quiet = false } = {}): Progress {
  const say = (line: string) => {
    if (!quiet) process.stdout.write(`${line}\n`);
  };
  return {
    say,
    async step(title, work) {
      const started = performance.now();
      const result = await work();
      say(`  ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      return result;
    },
  };
}
