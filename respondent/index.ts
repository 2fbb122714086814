export { feedbackPage, feedbackThanksPage } from './feedback-page';
export type { PageFrame } from './layout';
export { respondentMessages } from './messages';
export { noticePage, type Notice } from './notice-page';
export { pulsePage, type PulsePageRound, pulseThanksPage } from './pulse-page';
export { retryPage } from './retry-page';
export { styles } from './styles';
