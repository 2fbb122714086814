import { Button } from '@mantine/core';
import { useNavigate } from '@remix-run/react';
import { type FormEvent, useState } from 'react';

import { formatPercent } from '../../../universal/format';
import { isRefusalCode, refusalText } from '../../../universal/intake/file-refusal';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import { formatBytes } from './format-bytes';
import classes from './upload-form.module.css';

const address = '/uploads/feedback';
/** What the server allows as well; said here, a file that is too large need not travel first. */
const mostBytes = 1024 ** 3;

type Outcome =
  { importId: string } | { problem: string; params: Record<string, string | number | null> };

/** A plain form; with scripts it tells how far the upload is and what is wrong without leaving the page. */
export function UploadForm() {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const navigate = useNavigate();
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const limit = formatBytes(locale, mostBytes);

  const refuse = (message: string) => {
    setProgress(null);
    setProblem(message);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') return refuse(t.noFile);
    if (file.size > mostBytes) {
      return refuse(t.tooLarge({ name: file.name, size: formatBytes(locale, file.size), limit }));
    }
    setProblem(null);
    setProgress(0);
    send(form, setProgress)
      .then((outcome) => {
        if ('importId' in outcome) navigate(`/imports/${outcome.importId}`);
        else {
          const code = isRefusalCode(outcome.problem) ? outcome.problem : 'not-a-form';
          refuse(`${file.name}: ${refusalText(code, outcome.params)[locale]}`);
        }
      })
      .catch(() => refuse(t.uploadFailed));
  };

  const percent = progress === null ? '' : formatPercent(locale, progress * 100, 0);
  return (
    <form
      method="post"
      action={address}
      encType="multipart/form-data"
      onSubmit={submit}
      className={classes.form}
    >
      <div>
        <label htmlFor="import-file" className={classes.label}>
          {t.chooseFile}
        </label>
        <input
          id="import-file"
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          required
          className={classes.file}
          aria-describedby={problem ? 'import-file-help import-file-problem' : 'import-file-help'}
          aria-invalid={problem ? true : undefined}
        />
        <p id="import-file-help" className="quiet small">
          {t.chooseFileHelp({ limit })}
        </p>
        {problem && (
          <p id="import-file-problem" role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
      </div>
      {progress !== null && (
        <div role="status">
          <progress
            max={1}
            value={progress}
            aria-label={t.uploading({ percent })}
            className={classes.progress}
          />
          <p className="small">{t.uploading({ percent })}</p>
        </div>
      )}
      <div>
        <Button type="submit" loading={progress !== null}>
          {t.upload}
        </Button>
      </div>
    </form>
  );
}

/** Only XMLHttpRequest tells how much was sent. */
function send(form: FormData, onProgress: (share: number) => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Error('network'));
    request.onload = () => {
      const outcome: unknown = request.response;
      const isOutcome =
        typeof outcome === 'object' &&
        outcome !== null &&
        ('importId' in outcome || 'problem' in outcome);
      if (isOutcome) resolve(outcome as Outcome);
      else reject(new Error(String(request.status)));
    };
    request.send(form);
  });
}
