import type { Text } from '../universal/text';

export type ErrorCode =
  'NOT_FOUND' | 'FORBIDDEN' | 'INVALID' | 'CONFLICT' | 'RATE_LIMITED' | 'UNAVAILABLE';

/** One field that was not as expected; `path` leads into the input, `[]` means the whole of it. */
export interface FieldError {
  path: readonly (string | number)[];
  message: Text;
}

interface ErrorOptions {
  fields?: readonly FieldError[];
  /** Facts for the log and for callers; never answers or personal data. */
  details?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** An error that a person is told about, in every language; translated once at each edge. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly text: Text;
  readonly fields: readonly FieldError[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, text: Text, options: ErrorOptions = {}) {
    super(text.en, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.text = text;
    this.fields = options.fields ?? [];
    this.details = options.details ?? {};
  }
}

const notFoundText: Text = {
  en: 'This does not exist, or you may not see it.',
  zh: '内容不存在，或您无权查看。',
};

/** Absent, or not for this viewer: the two must look the same. */
export class NotFound extends AppError {
  constructor(text: Text = notFoundText, options: ErrorOptions = {}) {
    super('NOT_FOUND', text, options);
  }
}

const forbiddenText: Text = {
  en: 'You may see this, but you may not do that with it.',
  zh: '您可以查看，但无权执行此操作。',
};

export class Forbidden extends AppError {
  constructor(text: Text = forbiddenText, options: ErrorOptions = {}) {
    super('FORBIDDEN', text, options);
  }
}

const invalidText: Text = { en: 'Some of the input needs attention.', zh: '部分输入需要修改。' };

/** Input that is not as expected: which fields, and what was expected. */
export class InvalidInput extends AppError {
  constructor(fields: readonly FieldError[], text: Text = invalidText, options: ErrorOptions = {}) {
    super('INVALID', text, { ...options, fields });
  }
}

/** The input is fine but the state of things forbids it now. */
export class Conflict extends AppError {
  constructor(text: Text, options: ErrorOptions = {}) {
    super('CONFLICT', text, options);
  }
}

const rateLimitedText: Text = {
  en: 'Too many attempts. Please wait a moment and try again.',
  zh: '尝试次数过多，请稍后再试。',
};

export class RateLimited extends AppError {
  constructor(text: Text = rateLimitedText, options: ErrorOptions = {}) {
    super('RATE_LIMITED', text, options);
  }
}

const unavailableText: Text = {
  en: 'This is not available right now. Please try again in a moment.',
  zh: '暂时不可用，请稍后再试。',
};

export class Unavailable extends AppError {
  constructor(text: Text = unavailableText, options: ErrorOptions = {}) {
    super('UNAVAILABLE', text, options);
  }
}
