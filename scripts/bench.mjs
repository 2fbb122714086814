import { spawn } from 'node:child_process';

// A process of its own, so that signals and the exit code are the benchmark's.
const child = spawn(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
