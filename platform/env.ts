import { isAbsolute, join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { projectRoot } from './project-root';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((given) => blankIsAbsent(given) ?? value, schema);

const flag = z
  .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
  .transform((value) => value === 'true' || value === '1');

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error });
};

const address = (...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(protocolOf(value)), {
    error: `must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

const variables = z.object({
  PORT: withDefault(wholeNumber(0, 65_535), '3000'),
  HOST: withDefault(z.string(), '127.0.0.1'),
  BASE_URL: optional(address('http:', 'https:')),
  DATA_DIR: withDefault(z.string(), '.data'),
  DATABASE_URL: optional(address('postgres:', 'postgresql:')),
  DATABASE_POOL: withDefault(wholeNumber(2, 500), '10'),
  ANALYTICS_DATABASE_URL: optional(address('postgres:', 'postgresql:')),
  CUBE_API_URL: optional(address('http:', 'https:')),
  CUBE_API_SECRET: optional(z.string()),
  PROCESS: withDefault(
    z.enum(['all', 'web', 'worker'], { error: 'must be all, web or worker' }),
    'all',
  ),
  DEMO: optional(flag),
  SMTP_URL: optional(address('smtp:', 'smtps:')),
  MAIL_FROM: withDefault(z.string(), 'Tandem <tandem@localhost>'),
  SECRET: optional(z.string().min(32, { error: 'must have at least 32 characters' })),
  LOG_LEVEL: withDefault(
    z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
      error: 'must be silent, fatal, error, warn, info, debug or trace',
    }),
    'info',
  ),
  TRUST_PROXY: withDefault(
    z.string().refine(isProxyChoice, {
      error:
        'must be false, the number of proxies, or their addresses such as 10.0.0.0/8, 192.0.2.7',
    }),
    'false',
  ),
  PUBLIC_FORMS_PER_MINUTE: withDefault(wholeNumber(0, 1_000_000), '120'),
  ADMIN_EMAIL: optional(z.email({ error: 'must be a mail address' })),
  ADMIN_PASSWORD: optional(z.string().min(12, { error: 'must have at least 12 characters' })),
  ORGANISATION_NAME: withDefault(z.string().max(120), 'Organisation'),
  ORGANISATION_TIME_ZONE: withDefault(
    z.string().refine(isTimeZone, { error: 'must be a time zone such as Europe/London' }),
    'UTC',
  ),
  METRICS_TOKEN: optional(z.string()),
  NODE_ENV: optional(z.string()),
});

export interface Environment {
  port: number;
  host: string;
  /** The address that people type, without a slash at the end. */
  baseUrl: string;
  dataDir: string;
  /** Absent: the embedded PostgreSQL is used. */
  databaseUrl: string | undefined;
  databasePool: number;
  analyticsDatabaseUrl: string | undefined;
  /** Absent: the embedded semantic layer is used. */
  cubeApiUrl: string | undefined;
  cubeApiSecret: string | undefined;
  process: 'all' | 'web' | 'worker';
  demo: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  secret: string | undefined;
  logLevel: string;
  /** What Express calls `trust proxy`. */
  trustProxy: false | number | string;
  /** How many public forms one network address may send in a minute; 0 is without limit. */
  publicFormsPerMinute: number;
  /** What an empty database is set up with when it is not to hold the demo organisation. */
  setup: {
    administrator: { email: string; password: string } | undefined;
    organisationName: string;
    timeZone: string;
  };
  /** Present: /metrics answers only to this bearer token. */
  metricsToken: string | undefined;
  production: boolean;
}

/** The configuration is wrong; `problems` has one line for each variable that must be changed. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  constructor(readonly problems: string[]) {
    super(['The configuration has problems:', ...problems.map((line) => `  - ${line}`)].join('\n'));
  }
}

/** Reads the configuration. Throws one EnvironmentError that lists every problem. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const result = variables.safeParse(source);
  const problems = result.success ? [] : result.error.issues.map(describeIssue(source));
  if (source['DATABASE_URL'] === undefined || source['DATABASE_URL'] === '') {
    if (source['PROCESS'] === 'web' || source['PROCESS'] === 'worker') {
      problems.push(
        `PROCESS=${source['PROCESS']} needs DATABASE_URL: the embedded database serves one process`,
      );
    }
  }
  if (source['CUBE_API_URL'] && !source['CUBE_API_SECRET']) {
    problems.push(
      'CUBE_API_SECRET is missing: CUBE_API_URL needs the secret that signs its tokens',
    );
  }
  if (!result.success || problems.length > 0) throw new EnvironmentError(problems);
  return environmentFrom(result.data);
}

function environmentFrom(given: z.infer<typeof variables>): Environment {
  return {
    port: given.PORT,
    host: given.HOST,
    baseUrl: (given.BASE_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    dataDir: isAbsolute(given.DATA_DIR) ? given.DATA_DIR : join(projectRoot, given.DATA_DIR),
    databaseUrl: given.DATABASE_URL,
    databasePool: given.DATABASE_POOL,
    analyticsDatabaseUrl: given.ANALYTICS_DATABASE_URL,
    cubeApiUrl: given.CUBE_API_URL,
    cubeApiSecret: given.CUBE_API_SECRET,
    process: given.PROCESS,
    demo: given.DEMO ?? given.DATABASE_URL === undefined,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    secret: given.SECRET,
    logLevel: given.LOG_LEVEL,
    trustProxy: trustProxyFrom(given.TRUST_PROXY),
    publicFormsPerMinute: given.PUBLIC_FORMS_PER_MINUTE,
    setup: {
      administrator:
        given.ADMIN_EMAIL !== undefined && given.ADMIN_PASSWORD !== undefined
          ? { email: given.ADMIN_EMAIL, password: given.ADMIN_PASSWORD }
          : undefined,
      organisationName: given.ORGANISATION_NAME,
      timeZone: given.ORGANISATION_TIME_ZONE,
    },
    metricsToken: given.METRICS_TOKEN,
    production: given.NODE_ENV === 'production',
  };
}

const proxyNames = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** How many proxies stand before the product, or which; never all of the world, who could then claim any address. */
function isProxyChoice(value: string): boolean {
  if (value === 'false') return true;
  if (/^\d+$/.test(value)) return Number(value) <= 10;
  return value
    .split(',')
    .map((part) => part.trim())
    .every((part) => proxyNames.has(part) || isNetwork(part));
}

function isNetwork(text: string): boolean {
  return text.includes('/')
    ? ipaddr.isValidCIDR(text) && !/\/0+$/.test(text)
    : ipaddr.isValid(text);
}

function trustProxyFrom(value: string): false | number | string {
  if (value === 'false' || /^0+$/.test(value)) return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}

function describeIssue(source: Record<string, string | undefined>) {
  return (issue: z.core.$ZodIssue) => {
    const name = String(issue.path[0]);
    const holdsSecret = /SECRET|TOKEN|PASSWORD|_URL/.test(name);
    const shown = holdsSecret ? '' : ` (it is "${source[name] ?? ''}")`;
    return `${name} ${issue.message}${shown}`;
  };
}
