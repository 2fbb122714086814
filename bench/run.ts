import { cpus, totalmem } from 'node:os';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../platform/project-root';
import type { Benchmark, Figure } from './figure';

/** Runs the benchmarks named on the command line, or all, and prints one table. Ends with 1 when a promise does not hold. */
async function run(wanted: readonly string[]): Promise<void> {
  const figures: Figure[] = [];
  for (const benchmark of await benchmarks()) {
    if (wanted.length > 0 && !wanted.includes(benchmark.name)) continue;
    process.stderr.write(`measuring ${benchmark.name}…\n`);
    figures.push(...(await benchmark.measure()));
  }
  const [cpu] = cpus();
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
  );
  console.log(tableOf(figures));
  if (figures.some((figure) => !figure.holds)) process.exitCode = 1;
}

/** Every file named `*.bench.ts` exports one benchmark as its default. */
async function benchmarks(): Promise<Benchmark[]> {
  const folder = join(projectRoot, 'bench');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.bench.ts')).sort();
  const modules = files.map(
    (name) => import(pathToFileURL(join(folder, name)).href) as Promise<{ default: Benchmark }>,
  );
  return (await Promise.all(modules)).map((module) => module.default);
}

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.measured,
    figure.baseline ?? '',
    figure.ratio === undefined ? '' : figure.ratio.toFixed(2),
    figure.promise,
    figure.holds ? 'holds' : 'DOES NOT HOLD',
  ]);
  const all = [['what', 'measured', 'baseline', 'ratio', 'promise', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const [head, ...body] = all;
  return [
    line(head!),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...body.map(line),
  ].join('\n');
}

await run(process.argv.slice(2));
