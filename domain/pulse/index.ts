export { participationMark, sealSheet, secretCheck } from './ballot';
export { closePulseRound } from './close-round';
export { createPulseProgramme, listPulseProgrammes } from './create-programme';
export { createPulseRound } from './create-round';
export {
  getPulseResults,
  listPulseDepartmentResults,
  type PulseFigures,
  type PulseResults,
} from './get-results';
export { pulseJobs } from './jobs';
export { listPulseComments } from './list-comments';
export { listPulseParticipation } from './list-participation';
export { findOwnPulse, getPulseRound, listPulseRounds, type OwnPulse } from './list-rounds';
export { openPulseRound } from './open-round';
export {
  countByDepartment,
  countedDepartments,
  type Participation,
  participationShown,
} from './participation';
export type { PulseMode, PulseProgramme, PulseRound, RoundStatus } from './pulse';
export type { Bound } from './ends';
export type { PulseFigure } from './results';
export { computeRelease, releaseRound } from './release-round';
export { insertRoundTree } from './round-tree-store';
export {
  findPulseInvitation,
  type PulseInvitation,
  type PulseOutcome,
  submitPulse,
} from './submit-pulse';
export type { Sheet } from './sheet';
export { type TenureBand, tenureBandOn, tenureBands } from './tenure-band';
