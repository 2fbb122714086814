import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { Product } from '../recovery/product';

const megabyte = 1024 ** 2;
const product = new Product();
beforeAll(() => product.start());
afterAll(() => product.remove());

/** Sends a body that goes on, until the server answers, ends the connection, or all of it is taken. */
function pour(
  path: string,
  { type, bytes }: { type: string; bytes: number },
): Promise<{ status: number; taken: number }> {
  const piece = Buffer.alloc(megabyte, 'x');
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Content-Type: ${type}`,
    'Transfer-Encoding: chunked',
  ];
  return new Promise((resolve) => {
    let taken = 0;
    let answer = '';
    const socket = connect(Number(new URL(product.baseUrl).port), '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      next();
    });
    const next = (): void => {
      if (socket.destroyed || taken >= bytes) return;
      taken += piece.length;
      socket.write(`${piece.length.toString(16)}\r\n`);
      socket.write(piece);
      socket.write('\r\n', () => next());
    };
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () =>
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0), taken }),
    );
  });
}

async function residentMegabytes(): Promise<number> {
  const text = await (await fetch(`${product.baseUrl}/metrics`)).text();
  return Number(/process_resident_memory_bytes (\S+)/.exec(text)?.[1]) / megabyte;
}

it('bodies of 400 MB on every address are refused, and memory stays where it was', async () => {
  const form = 'application/x-www-form-urlencoded';
  const multipart = 'multipart/form-data; boundary=b';
  const doors = [
    ['/sign-in', form],
    ['/forgot-password', form],
    ['/welcome/abcdefghijklmnop', form],
    ['/account', form],
    ['/people/new?index', form],
    ['/f/abcdefghijklmnop', form],
    ['/p/abcdefghijklmnop', form],
    ['/graphql', 'application/json'],
    ['/uploads/feedback', multipart],
    ['/uploads/people', multipart],
    ['/healthz', form],
    ['/nothing-here', form],
  ] as const;
  await pour('/sign-in', { type: form, bytes: 2 * megabyte });
  const before = await residentMegabytes();
  const rows: string[] = [];
  for (const [path, type] of doors) {
    const { status, taken } = await pour(path, { type, bytes: 400 * megabyte });
    const after = await residentMegabytes();
    rows.push(
      `${path} ${status}, ${Math.round(taken / megabyte)} MB sent, ${Math.round(after)} MB resident`,
    );
    // Files are for those who are signed in: who is not gets the answer of what does not exist.
    expect([413, 404], path).toContain(status);
    expect(after - before, path).toBeLessThan(150);
  }
  process.stdout.write(`${Math.round(before)} MB resident before\n${rows.join('\n')}\n`);
});
