import { TextField } from '../../forms/field';
import { importMessages } from '../../locales/imports';
import { useMessages } from '../../locale';

interface SourceFieldProps {
  formId: string;
  source: string;
  sources: readonly string[];
  errors: string[] | undefined;
}

/** Where the file comes from: a name of before, or a new one. */
export function SourceField({ formId, source, sources, errors }: SourceFieldProps) {
  const t = useMessages(importMessages);
  const listId = `${formId}-sources`;
  return (
    <>
      <TextField
        field={{ id: `${formId}-source`, name: 'source', errors, defaultValue: source }}
        label={t.source}
        help={t.sourceHelp}
        list={listId}
        maxLength={120}
        autoComplete="off"
      />
      <datalist id={listId}>
        {sources.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
