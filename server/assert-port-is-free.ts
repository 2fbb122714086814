import { createServer } from 'node:net';
import type { Environment } from '../platform/env';

/** Somebody listens where the product should. */
export class PortInUse extends Error {
  override name = 'PortInUse';
}

/** Looks before anything is started, so that a second start beside a first one ends at once and clearly. */
export function assertPortIsFree({
  port,
  host,
}: Pick<Environment, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') {
        reject(error);
        return;
      }
      const reason =
        error.code === 'EACCES' ? 'may not be used by you' : 'is taken by another program';
      reject(
        new PortInUse(
          `Port ${port} ${reason}. Choose another one, for example: PORT=${nextPort(port)} npm start`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function nextPort(port: number): number {
  return port < 1024 ? 3000 : port + 1;
}
