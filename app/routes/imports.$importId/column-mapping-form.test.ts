import { describe, expect, it } from 'vitest';
import { mappingMessages } from '../../../universal/feedback/import-mapping';
import { fieldsOf, parseColumns, readDraft } from './column-mapping-form';

function aForm(changes: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = {
    source: 'Camden till',
    department1: 'shop',
    date: 'day',
    dateOrder: 'ymd',
    'score-nps': 'q1',
    'best-nps': 'highest',
    'score-csat': 'q2',
    'best-csat': 'lowest',
    'score-ces': 'q3',
    'best-ces': 'highest',
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('the form that says which column is what', () => {
  it('shows of a mapping what was sent of it', () => {
    const sent = aForm({ comment: 'text', defaultTouchpointId: 'one' });
    const fields = fieldsOf(readDraft(sent), 'Camden till');
    expect(fields).toMatchObject(Object.fromEntries(sent));
    expect(readDraft(new Map(Object.entries(fields)))).toEqual(readDraft(sent));
  });

  it('takes three scores, each with its own best end', () => {
    expect(parseColumns(aForm(), 'en')).toMatchObject({
      source: 'Camden till',
      mapping: {
        scores: [
          { column: 'q1', metric: 'nps', best: 'highest' },
          { column: 'q2', metric: 'csat', best: 'lowest' },
          { column: 'q3', metric: 'ces', best: 'highest' },
        ],
      },
    });
  });

  it.each([
    ['without a source', { source: ' ' }, { source: [mappingMessages.sourceMissing.zh] }],
    ['without a best end', { 'best-csat': '' }, { 'best-csat': [mappingMessages.bestMissing.zh] }],
    [
      'with a column used twice',
      { 'score-ces': 'q1' },
      { 'score-ces': [mappingMessages.columnTwice.zh] },
    ],
    [
      'without a score or a comment',
      { 'score-nps': '', 'score-csat': '', 'score-ces': '' },
      { 'score-nps': [mappingMessages.scoreOrComment.zh] },
    ],
    [
      'without department and date',
      { department1: '', date: '' },
      {
        department1: [mappingMessages.departmentMissing.zh],
        date: [mappingMessages.dateMissing.zh],
      },
    ],
  ])('%s is told at its field', (_name, changes, errors) => {
    expect(parseColumns(aForm(changes), 'zh')).toEqual({ errors });
  });
});
