import { InvalidInput } from '../../platform/errors';
import {
  type RefusalCode,
  type RefusalParams,
  refusalText,
} from '../../universal/intake/file-refusal';

/** A file as a whole cannot be taken in; nothing of it is stored. */
export class FileRefused extends InvalidInput {
  constructor(
    readonly reason: RefusalCode,
    readonly params: RefusalParams = {},
  ) {
    const text = refusalText(reason, params);
    super([{ path: ['file'], message: text }], text, { details: { reason, ...params } });
  }
}
