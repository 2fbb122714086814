import { createHmac } from 'node:crypto';
import { claimsOf, cubeQueryOf } from './cube-query';
import { rowsOfRecords } from './cube-rows';
import type { SecurityContext, SemanticLayer } from './semantic-layer';

export interface CubeDeploymentOptions {
  /** Base address of the REST interface, such as https://cube.example/cubejs-api/v1. */
  apiUrl: string;
  /** The secret that the deployment checks tokens with (CUBEJS_API_SECRET). */
  apiSecret: string;
  timeoutMs?: number;
}

const TOKEN_LIFETIME_SECONDS = 300;
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token (HS256) whose claims are the viewer's security context. */
export function cubeToken(security: SecurityContext, secret: string, now = new Date()): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const payload = { ...claimsOf(security), iat: issuedAt, exp: issuedAt + TOKEN_LIFETIME_SECONDS };
  const unsigned = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(payload)}`;
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
}

/** The same models run by a Cube deployment, asked over REST. Its refresh worker keeps the roll-ups. */
export function createCubeDeployment(options: CubeDeploymentOptions): SemanticLayer {
  const deadline = options.timeoutMs ?? 30_000;

  async function post(path: string, body: unknown, token: string, signal: AbortSignal) {
    const response = await fetch(`${options.apiUrl.replace(/\/+$/, '')}/${path}`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    const answer = (await response.json()) as { error?: string; data?: Record<string, unknown>[] };
    return { status: response.status, answer };
  }

  return {
    async load(query, security) {
      const signal = AbortSignal.timeout(deadline);
      const token = cubeToken(security, options.apiSecret);
      // "Continue wait" is Cube's long poll: the same question asked again picks up the running query.
      for (;;) {
        const { status, answer } = await post('load', { query: cubeQueryOf(query) }, token, signal);
        if (answer.error === 'Continue wait') continue;
        if (status !== 200 || !answer.data)
          throw new Error(`Cube answered ${status}: ${answer.error ?? 'no data'}`);
        return rowsOfRecords(answer.data, query.measures);
      }
    },
    async ready() {
      const response = await fetch(new URL('/readyz', options.apiUrl), {
        signal: AbortSignal.timeout(deadline),
      });
      if (!response.ok) throw new Error(`the Cube deployment is not ready: ${response.status}`);
    },
    refresh: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
}
