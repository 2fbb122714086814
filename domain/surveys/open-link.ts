import { randomBytes } from 'node:crypto';
import type { Question } from '../../universal/survey';
import type { Text } from '../../universal/text';

export type OpenLinkChannel = 'open_link' | 'qr_code' | 'kiosk' | 'web_embed';
export const openLinkChannels = [
  'open_link',
  'qr_code',
  'kiosk',
  'web_embed',
] as const satisfies OpenLinkChannel[];

/** A link that anyone may use to give feedback at a touchpoint. */
export interface OpenLink {
  openLinkId: string;
  token: string;
  surveyId: string;
  touchpointId: string;
  departmentId: string;
  channel: OpenLinkChannel;
  label: string;
  createdAt: Date;
  deactivatedAt: Date | null;
  touchpointName: Text;
  departmentName: Text;
  surveyName: Text;
}

/** Everything needed to show the form behind a link and to store what comes back. */
export interface LinkedSurvey {
  openLinkId: string;
  isActive: boolean;
  surveyVersionId: string;
  touchpointId: string;
  departmentId: string;
  channel: OpenLinkChannel;
  touchpointName: Text;
  questions: readonly Question[];
}

/** 96 random bits, short enough for a QR code that a phone reads from across a counter. */
export function newLinkToken(): string {
  return randomBytes(12).toString('base64url');
}

const tokenPattern = /^[A-Za-z0-9_-]{16,64}$/;

/** Whether a piece of an address can be a token at all, before a database is asked. */
export function isLinkToken(value: string): boolean {
  return tokenPattern.test(value);
}
