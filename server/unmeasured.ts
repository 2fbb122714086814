/**
 * What happens in a pulse is not measured: a count that can be read every few seconds tells when somebody opened the page
 * or answered, and with it who.
 */
export function isUnmeasured(work: { path: string } | { job: string }): boolean {
  return 'job' in work ? work.job.startsWith('pulse.') : /^\/p(\/|$)/i.test(work.path);
}
