export { createOpenLink } from './create-open-link';
export { deactivateOpenLink } from './deactivate-open-link';
export { getNewestVersion, getSurveyVersion, listSurveys } from './get-survey-version';
export { createLinkCache, type LinkCache } from './link-cache';
export { addressOf, getOpenLink, listOpenLinks } from './list-open-links';
export { listTouchpointChoices } from './list-touchpoints';
export {
  type LinkedSurvey,
  type OpenLink,
  type OpenLinkChannel,
  openLinkChannels,
} from './open-link';
export { publishSurvey } from './publish-survey';
export { qrCodePng, qrCodeSvg } from './qr-code';
export { type AnswerProblem, type Answers, readAnswers } from './read-answers';
export { ensureSurvey, standardQuestions } from './standard-survey';
export type { Audience, Survey, SurveyVersion } from './survey';
