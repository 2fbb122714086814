import { describe, expect, it } from 'vitest';
import { EnvironmentError, parseEnvironment } from './env';

describe('the configuration', () => {
  it('needs nothing: without settings the product runs on its own database as a demo', () => {
    expect(parseEnvironment({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      process: 'all',
      demo: true,
      trustProxy: false,
    });
  });

  it('creates no demo organisation in a database of somebody else unless asked', () => {
    const DATABASE_URL = 'postgres://tandem:secret@db.example/tandem';
    expect(parseEnvironment({ DATABASE_URL }).demo).toBe(false);
    expect(parseEnvironment({ DATABASE_URL, DEMO: 'true' }).demo).toBe(true);
  });

  it('lists every problem at once, without showing secrets', () => {
    const read = () =>
      parseEnvironment({
        PORT: 'eighty',
        PROCESS: 'worker',
        SMTP_URL: 'mail.example',
        SECRET: 'too short',
        CUBE_API_URL: 'https://cube.example',
      });
    expect(read).toThrow(EnvironmentError);
    try {
      read();
    } catch (error) {
      const { problems } = error as EnvironmentError;
      expect(problems).toEqual([
        'PORT must be a whole number from 0 to 65535 (it is "eighty")',
        'SMTP_URL must be an address that starts with smtp:// or smtps://',
        'SECRET must have at least 32 characters',
        'PROCESS=worker needs DATABASE_URL: the embedded database serves one process',
        'CUBE_API_SECRET is missing: CUBE_API_URL needs the secret that signs its tokens',
      ]);
    }
  });

  it('takes an empty variable for an absent one', () => {
    expect(parseEnvironment({ PORT: '', DATABASE_URL: '', DEMO: '' }).port).toBe(3000);
  });

  it('believes a number of proxies or named ones, and never everybody', () => {
    expect(parseEnvironment({ TRUST_PROXY: 'false' }).trustProxy).toBe(false);
    expect(parseEnvironment({ TRUST_PROXY: '0' }).trustProxy).toBe(false);
    expect(parseEnvironment({ TRUST_PROXY: '1' }).trustProxy).toBe(1);
    expect(parseEnvironment({ TRUST_PROXY: '10.0.0.0/8' }).trustProxy).toBe('10.0.0.0/8');
    expect(parseEnvironment({ TRUST_PROXY: 'loopback, 2001:db8::/32' }).trustProxy).toBe(
      'loopback, 2001:db8::/32',
    );
  });

  it.each(['true', 'yes', '0.0.0.0/0', '::/0', 'proxy.example', '10.0.0.0/8,', '11'])(
    'refuses to believe %s',
    (value) => {
      expect(() => parseEnvironment({ TRUST_PROXY: value })).toThrow(
        `TRUST_PROXY must be false, the number of proxies, or their addresses such as 10.0.0.0/8, 192.0.2.7 (it is "${value}")`,
      );
    },
  );
});
