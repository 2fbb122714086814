import { describe, expect, it } from 'vitest';
import { newestRollups } from './newest-rollups';

describe('the newest roll-ups', () => {
  it('are the last built of each partition and structure', () => {
    expect(
      newestRollups([
        'df_own_month20261001_aaaaaaaa_ssssssss_1lgdmiv',
        'df_own_month20261001_bbbbbbbb_ssssssss_1lgdmj0',
        'df_own_month20261101_cccccccc_ssssssss_1lgdmit',
        'df_own_month20261001_dddddddd_zzzzzzzz_1lgdmit',
      ]).sort(),
    ).toEqual([
      'df_own_month20261001_bbbbbbbb_ssssssss_1lgdmj0',
      'df_own_month20261001_dddddddd_zzzzzzzz_1lgdmit',
      'df_own_month20261101_cccccccc_ssssssss_1lgdmit',
    ]);
  });

  it('leave out tables that are no roll-ups', () => {
    expect(newestRollups(['published'])).toEqual([]);
  });
});
