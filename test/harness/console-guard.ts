import { afterEach, beforeEach, vi } from 'vitest';

const complaints: string[] = [];

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '));
  });
});

/** A test that expects a complaint reads it here, which also forgives it. */
export function takeConsoleErrors(): string[] {
  return complaints.splice(0);
}

afterEach(() => {
  vi.mocked(console.error).mockRestore();
  if (complaints.length > 0) {
    throw new Error(`The test wrote to console.error:\n${takeConsoleErrors().join('\n')}`);
  }
});
