import type { Benchmark } from './figure';
import { residentMemory, startProduct, temporaryDataFolder } from './product';

const settleMs = 15_000;

/** Second start to first page, and memory once everything is loaded and nothing is asked. */
const startup: Benchmark = {
  name: 'startup',
  async measure() {
    const data = await temporaryDataFolder();
    try {
      const first = await startProduct(data.folder);
      await first.stop();
      const second = await startProduct(data.folder);
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      const memory = await residentMemory(second.pid);
      await second.stop();
      return [
        {
          what: 'second start to first page, the database’s own start included',
          measured: `${(second.startedInMs / 1000).toFixed(1)} s (first: ${(first.startedInMs / 1000).toFixed(1)} s)`,
          promise: 'under 5 s',
          holds: second.startedInMs < 5_000,
        },
        {
          what: `idle memory of web, worker and Cube in one process, ${settleMs / 1000} s after start`,
          measured: `${memory.toFixed(0)} MiB`,
          promise: 'under 350 MiB',
          holds: memory < 350,
        },
      ];
    } finally {
      await data.remove();
    }
  },
};

export default startup;
