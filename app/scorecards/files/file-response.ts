import type { Readable } from 'node:stream';

import { createReadableStreamFromReadable } from '@remix-run/node';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

export type FileFormat = keyof typeof types;

/** A download, sent while it is being made. The plain name is for programs that cannot read the other. */
export function fileResponse(stream: Readable, format: FileFormat, name: string): Response {
  const full = `${name}.${format}`;
  const plain = full
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/["\\/]/g, ' ')
    .trim();
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${plain.startsWith('.') ? `scorecard${plain}` : plain}"; filename*=UTF-8''${encodeURIComponent(full)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
