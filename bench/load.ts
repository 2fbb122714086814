import { Agent, type IncomingMessage, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** One HTTP exchange over a kept connection. */
export function exchange(
  url: string,
  options: { agent: Agent; method?: string; headers?: Record<string, string>; body?: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const sent = request(url, rest, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface Throughput {
  perSecond: number;
  /** How long each flow took, in milliseconds. */
  durations: number[];
}

/** Runs the flow over and over with so many people at once, for so long. A flow that throws ends the measurement. */
export async function throughputOf(
  flow: (agent: Agent) => Promise<void>,
  { people, seconds }: { people: number; seconds: number },
): Promise<Throughput> {
  const agent = new Agent({ keepAlive: true, maxSockets: people });
  const durations: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const person = async (): Promise<void> => {
    while (performance.now() < end) {
      const begun = performance.now();
      await flow(agent);
      durations.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  agent.destroy();
  return { perSecond: durations.length / ((performance.now() - started) / 1000), durations };
}
