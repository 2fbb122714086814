import type { Request, Response } from 'express';

import type { Text } from '../universal/text';
import { sendErrorPage } from './error-page';

export type RefusedStatus = 400 | 405 | 408 | 413 | 415;

/** Answers a request that is not let in. */
export type Refuse = (request: Request, response: Response, status: RefusedStatus) => void;

const reasons: Record<RefusedStatus, Text> = {
  400: {
    en: 'This address or request cannot be understood. Check the address and try again.',
    zh: '无法识别此地址或请求，请检查地址后重试。',
  },
  405: { en: 'This address cannot be used in this way.', zh: '此地址不支持这种操作。' },
  408: {
    en: 'What you sent did not arrive in time. Check your connection and send it again.',
    zh: '内容未能及时送达，请检查网络后重新发送。',
  },
  413: {
    en: 'What you sent is larger than can be taken here. Shorten it and send it again.',
    zh: '提交的内容过大，请缩短后重新提交。',
  },
  415: {
    en: 'What you sent is not in a form that this address takes.',
    zh: '此地址不接受这种格式的内容。',
  },
};

export const refuse: Refuse = (request, response, status) => {
  if (response.headersSent) return;
  sendErrorPage(request, response, { status, text: reasons[status] });
};
