import { describe, expect, it } from 'vitest';
import { createLogger, loggerFor } from './logger';

describe('the log', () => {
  const linesOf = (write: (log: ReturnType<typeof createLogger>) => void) => {
    const lines: string[] = [];
    write(createLogger('info', { write: (line) => void lines.push(line) }));
    return lines;
  };

  it('carries the request id on every line', () => {
    const [line] = linesOf((log) => loggerFor(log, 'request-1').info('Something happened'));
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'info',
      requestId: 'request-1',
      msg: 'Something happened',
    });
  });

  it('never shows an answer, an address or a secret', () => {
    const [line] = linesOf((log) =>
      log.info({
        password: 'hunter2',
        input: { comment: 'my manager is unkind', email: 'anna@aster.example' },
        request: { headers: { cookie: 'session=abc', authorization: 'Bearer abc' } },
      }),
    );
    expect(line).not.toMatch(/hunter2|unkind|anna@|abc/);
  });
});
