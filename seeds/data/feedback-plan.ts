import type { CommentTopic } from './comment-phrases';

export interface FeedbackPlan {
  touchpointCode: string;
  /** Answers over two years. */
  answers: number;
  topic: CommentTopic;
  /** Shares of the channels. */
  channels: readonly (readonly [channel: string, share: number])[];
  /** Customers know who served them. */
  isPersonal: boolean;
  asksEffort: boolean;
  /** How busy each day is, Monday first. */
  weekdays: readonly number[];
  /** Shift of what customers think, in standard deviations. */
  mood: number;
  /** How much worse it is in the busy weeks before Christmas. */
  peakStrain: number;
}

const SHOP_WEEK = [0.8, 0.75, 0.8, 0.9, 1.1, 1.6, 1.3];
const ONLINE_WEEK = [1.1, 1, 0.95, 0.95, 0.9, 0.9, 1.2];
const WORK_WEEK = [1.2, 1.1, 1.1, 1.05, 1, 0.6, 0.05];
const CALL_WEEK = [1.7, 1.2, 1, 0.95, 0.9, 0.5, 0.2];

export const FEEDBACK_PLANS: readonly FeedbackPlan[] = [
  plan('store_visit', 9_600, 'store', SHOP_WEEK, 0.3, 0.2, {
    isPersonal: true,
    channels: [
      ['qr_code', 42],
      ['kiosk', 38],
      ['mail', 15],
      ['outside_review', 5],
    ],
  }),
  plan('product_search', 4_200, 'online', ONLINE_WEEK, 0.05, 0, { channels: [['web_embed', 1]] }),
  plan('online_chat', 4_000, 'chat', ONLINE_WEEK, 0.35, 0.1, {
    isPersonal: true,
    channels: [
      ['web_embed', 70],
      ['personal_link', 30],
    ],
  }),
  plan('store_purchase', 9_000, 'store', SHOP_WEEK, 0.45, 0.25, {
    isPersonal: true,
    channels: [
      ['mail', 35],
      ['qr_code', 40],
      ['kiosk', 25],
    ],
  }),
  plan('online_checkout', 8_000, 'online', ONLINE_WEEK, 0.2, 0.1, {
    asksEffort: true,
    channels: [
      ['web_embed', 60],
      ['mail', 37],
      ['outside_review', 3],
    ],
  }),
  plan('click_collect', 3_400, 'collect', SHOP_WEEK, 0.25, 0.25, {
    asksEffort: true,
    channels: [
      ['sms', 60],
      ['qr_code', 40],
    ],
  }),
  plan('home_delivery', 9_200, 'delivery', WORK_WEEK, 0.15, 0.45, {
    isPersonal: true,
    channels: [
      ['sms', 50],
      ['mail', 20],
      ['qr_code', 26],
      ['outside_review', 4],
    ],
  }),
  plan('installation', 3_600, 'installation', WORK_WEEK, 0.5, 0.15, {
    isPersonal: true,
    asksEffort: true,
    channels: [
      ['sms', 55],
      ['personal_link', 45],
    ],
  }),
  plan('service_call', 5_400, 'call', CALL_WEEK, -0.25, 0.3, {
    isPersonal: true,
    asksEffort: true,
    channels: [
      ['sms', 45],
      ['mail', 30],
      ['web_embed', 25],
    ],
  }),
  plan('repair_visit', 2_600, 'repair', WORK_WEEK, 0.1, 0.1, {
    isPersonal: true,
    asksEffort: true,
    channels: [
      ['sms', 60],
      ['personal_link', 40],
    ],
  }),
  plan('complaint', 900, 'complaint', CALL_WEEK, -0.9, 0.2, {
    isPersonal: true,
    asksEffort: true,
    channels: [['mail', 1]],
  }),
  plan('spare_parts', 100, 'parts', WORK_WEEK, 0.1, 0, {
    asksEffort: true,
    channels: [['mail', 1]],
  }),
];

function plan(
  touchpointCode: string,
  answers: number,
  topic: CommentTopic,
  weekdays: readonly number[],
  mood: number,
  peakStrain: number,
  rest: Pick<FeedbackPlan, 'channels'> & Partial<FeedbackPlan>,
): FeedbackPlan {
  return {
    touchpointCode,
    answers,
    topic,
    weekdays,
    mood,
    peakStrain,
    isPersonal: false,
    asksEffort: false,
    ...rest,
  };
}

export interface DepartmentMood {
  base: number;
  /** Change from the first to the last day. */
  trend: number;
  /** Something happened so many days ago, lasted so many days, and shifted the mood by so much at its worst. */
  episode?: { daysAgo: number; days: number; shift: number };
}

export const DEPARTMENT_MOODS: Readonly<Record<string, DepartmentMood>> = {
  'ST-CAMDEN': { base: 0.1, trend: 0.3 },
  'ST-CROYDON': { base: -0.15, trend: 0.05 },
  'ST-MANCHESTER': { base: 0.25, trend: -0.1, episode: { daysAgo: 95, days: 90, shift: -0.45 } },
  'ST-BIRMINGHAM': { base: -0.3, trend: 0.35 },
  'ST-WHITBY': { base: 0.5, trend: 0 },
  'ON-SHOP': { base: 0, trend: 0.15, episode: { daysAgo: 160, days: 50, shift: -0.7 } },
  'ON-ADVICE': { base: 0.1, trend: 0.1 },
  'ON-MARKET': { base: -0.5, trend: 0.1 },
  'DL-WAREHOUSE': { base: 0.05, trend: -0.05 },
  'DL-SOUTH': { base: 0.15, trend: 0.05 },
  'DL-NORTH': { base: -0.2, trend: 0.1, episode: { daysAgo: 270, days: 80, shift: -0.8 } },
  'DL-INSTALL': { base: 0.2, trend: 0 },
  'SV-CONTACT': { base: -0.15, trend: 0.5 },
  'SV-REPAIRS': { base: 0, trend: -0.3 },
  'SV-CLAIMS': { base: 0, trend: 0.25 },
  'SV-PARTS': { base: 0.1, trend: 0 },
};
