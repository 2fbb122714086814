export { closePulseRound } from './close-round';
export { createPulseProgramme, listPulseProgrammes } from './create-programme';
export { createPulseRound } from './create-round';
export { pulseJobs } from './jobs';
export { listPulseParticipation } from './list-participation';
export { findOwnPulse, getPulseRound, listPulseRounds, type OwnPulse } from './list-rounds';
export { openPulseRound } from './open-round';
export type { Participation } from './participation';
export type { PulseMode, PulseProgramme, PulseRound, RoundStatus } from './pulse';
export { computeRelease, releaseRound } from './release-round';
export {
  findPulseInvitation,
  type PulseInvitation,
  type PulseOutcome,
  submitPulse,
} from './submit-pulse';
export { type TenureBand, tenureBandOn, tenureBands } from './tenure-band';
