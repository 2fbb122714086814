import { spawn } from 'node:child_process';
import { root } from './source-stamp.mjs';

/** Runs a program in the project's folder. Resolves to its exit code and, when captured, what it wrote. */
export function runProgram(program, parameters, { capture = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString() });
    });
  });
}

/** Does one step of the preparation, saying what it is, that it goes on, and how long it took. */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  process.stdout.write(`${title}\n`);
  const heartbeat = setInterval(() => process.stdout.write(`  … ${seconds()}\n`), 15_000);
  try {
    const result = await work();
    process.stdout.write(`  done (${seconds()})\n`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

/** Runs a program quietly; shows what it wrote only when it fails. */
export async function runQuietly(program, parameters, options) {
  const { code, output } = await runProgram(program, parameters, { ...options, capture: true });
  if (code !== 0)
    throw new Error(`${program} ${parameters.join(' ')} failed:\n${output.slice(-6000)}`);
}
