import {
  type ImportMapping,
  type ImportMetric,
  pathKey,
} from '../../../universal/feedback/import-mapping';
import type { CsvRecord } from '../../intake';
import { isSatisfied } from '../../../universal/feedback/import-score';
import type { FeedbackImport, ImportTally } from './feedback-import';
import type { BatchCounts } from './intake-store';
import type { ReadRow, RowResult } from './read-row';
import type { RejectedRow } from './rejected-row-store';

type Before = Pick<FeedbackImport, 'rowsSkipped' | 'rowsRejected' | 'tally'> & {
  mapping: ImportMapping;
};

/** The rows between two commits, and what the counters will be after them. */
export class Batch {
  readonly rows: ReadRow[] = [];
  readonly rejected: RejectedRow[] = [];
  counts: Omit<BatchCounts, 'stored' | 'changed' | 'unchanged' | 'changes'> = {
    bytesRead: 0,
    rowsRead: 0,
    skipped: 0,
    rejected: 0,
    tally: [],
  };
  size = 0;
  readonly #before: Before;
  readonly #tally: Tally;
  #skipped = 0;

  constructor(before: Before, tally = new Tally(before)) {
    this.#before = before;
    this.#tally = tally;
  }

  add({ line, values }: CsvRecord, result: RowResult): void {
    this.size++;
    if (result.kind === 'skipped') this.#skipped++;
    else if (result.kind === 'rejected')
      this.rejected.push({ line, cells: values, problems: result.problems });
    else {
      this.rows.push(result.row);
      this.#tally.add(result.row);
    }
  }

  /** Settles the counters: `rowsRead` rows of the file are in this batch and the ones before. */
  close(bytesRead: number, rowsRead: number): void {
    this.counts = {
      bytesRead,
      rowsRead,
      skipped: this.#before.rowsSkipped + this.#skipped,
      rejected: this.#before.rowsRejected + this.rejected.length,
      tally: this.#tally.snapshot(),
    };
  }

  next(): Batch {
    const { skipped, rejected } = this.counts;
    return new Batch(
      { ...this.#before, rowsSkipped: skipped, rowsRejected: rejected },
      this.#tally,
    );
  }
}

class Tally {
  readonly #metrics: readonly ImportMetric[];
  readonly #entries = new Map<string, ImportTally[number]>();

  constructor({ tally, mapping }: Before) {
    this.#metrics = mapping.columns.scores.map(({ metric }) => metric);
    for (const entry of tally) this.#entries.set(pathKey(entry.path), structuredClone(entry));
  }

  add({ path, scores, occurredAt }: ReadRow): void {
    const key = pathKey(path);
    let entry = this.#entries.get(key);
    if (!entry) {
      const none = this.#metrics.map((metric) => [metric, { scored: 0, satisfied: 0 }]);
      entry = {
        path: [...path],
        rows: 0,
        scores: Object.fromEntries(none) as ImportTally[number]['scores'],
        firstAt: occurredAt,
        lastAt: occurredAt,
      };
      this.#entries.set(key, entry);
    }
    entry.rows++;
    for (const metric of this.#metrics) {
      const score = scores[metric];
      const counts = entry.scores[metric];
      if (score === null || !counts) continue;
      counts.scored++;
      if (isSatisfied(metric, score)) counts.satisfied++;
    }
    entry.firstAt = Math.min(entry.firstAt, occurredAt);
    entry.lastAt = Math.max(entry.lastAt, occurredAt);
  }

  snapshot(): ImportTally {
    return structuredClone([...this.#entries.values()]);
  }
}
