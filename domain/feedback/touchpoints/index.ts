export { archiveTouchpoint } from './archive-touchpoint';
export { listJourneys, listTouchpoints, listTouchpointsById } from './list-touchpoints';
export { saveJourney } from './save-journey';
export { saveTouchpoint } from './save-touchpoint';
export {
  type Journey,
  journeyRevision,
  type Stage,
  stageKinds,
  type Touchpoint,
  touchpointRevision,
} from './touchpoint';
