import { RateLimited } from '../../platform/errors';

/** Says how long to wait, in whole minutes. */
export class TooManyAttempts extends RateLimited {
  constructor(readonly secondsLeft: number) {
    const minutes = Math.max(1, Math.ceil(secondsLeft / 60));
    super(
      {
        en: `Too many attempts. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
        zh: `尝试次数过多，请在 ${minutes} 分钟后重试。`,
      },
      { details: { secondsLeft } },
    );
  }
}
