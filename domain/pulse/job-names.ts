/** Writes to those who have not answered yet. */
export const askJobName = 'pulse.write-to-invited';
/** Computes the release of a closed round. */
export const releaseJobName = 'pulse.release-round';
