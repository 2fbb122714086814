import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './source-stamp.mjs';

/**
 * Writes how long each test file kept a worker busy, from loading it to its last hook, into the file named by
 * TANDEM_FILE_TIMES. Vitest's own report counts the tests alone.
 */
export default class FileTimesReporter {
  onTestRunEnd(modules) {
    const times = modules.map((module) => {
      const { collectDuration, setupDuration, duration } = module.diagnostic();
      const seconds = (collectDuration + setupDuration + duration) / 1000;
      return { file: relative(root, module.moduleId), seconds };
    });
    writeFileSync(process.env.TANDEM_FILE_TIMES, JSON.stringify(times));
  }
}
