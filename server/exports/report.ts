import type { Locale } from '../../universal/text';

export type ReportTone = 'good' | 'unsure' | 'bad' | 'neutral';

export interface ReportCell {
  text: string;
  /** Smaller, below. */
  second?: string;
  /** A shape and a colour before a word of status. */
  tone?: ReportTone;
  indent?: number;
  strong?: boolean;
  /** The colour of the whole cell, or of its edge alone. */
  shade?: { fill: string; ink: string; isOutline: boolean };
}

export interface ReportColumn {
  header: string;
  /** Share of the width. */
  weight: number;
  align?: 'left' | 'right';
}

export interface ReportChart {
  title: string;
  /** Drawn with plain colours. Null where there is nothing to draw: what `alt` says stands in its place. */
  svg: string | null;
  width: number;
  height: number;
  /** What the chart says to who cannot see it. */
  alt: string;
}

export type ReportSection =
  | {
      kind: 'table';
      heading: string;
      note?: string;
      columns: readonly ReportColumn[];
      rows: readonly (readonly ReportCell[])[];
    }
  | {
      kind: 'charts';
      heading: string;
      note?: string;
      perRow: 1 | 2 | 3;
      charts: readonly ReportChart[];
    }
  | { kind: 'terms'; heading: string; terms: readonly { term: string; words: string }[] };

/** A page as a document: what it is about, what the numbers stand on, and its parts in reading order. */
export interface Report {
  locale: Locale;
  organisation: string;
  title: string;
  facts: readonly { label: string; value: string }[];
  sections: readonly ReportSection[];
  /** The moment of making, which the file also records. */
  generatedAt: Date;
  pageOf: (page: number, pages: number) => string;
}
