import { InvalidInput } from '../../../platform/errors';
import {
  type RefusalCode,
  type RefusalParams,
  refusalText,
} from '../../../universal/feedback/import-refusal';

/** The file as a whole cannot be imported; nothing of it is stored. */
export class ImportRefused extends InvalidInput {
  constructor(
    readonly reason: RefusalCode,
    readonly params: RefusalParams = {},
  ) {
    const text = refusalText(reason, params);
    super([{ path: ['file'], message: text }], text, { details: { reason, ...params } });
  }
}
