import { Link } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Panel } from '../../components/panel';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';

interface LaterImport {
  importId: string;
  fileName: string;
  rows: number;
}

export interface TakeBackPlan {
  added: number;
  changed: number;
  changedSince: readonly LaterImport[];
  foundSince: readonly LaterImport[];
  isForgotten: boolean;
}

/** The way to undo an import as a whole, or why there is none. */
export function TakeBackPanel({ plan, fileName }: { plan: TakeBackPlan; fileName: string }) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const what = t.takeBackWhat({ added: count(plan.added), changed: count(plan.changed) });
  const isPossible = !plan.isForgotten && plan.changedSince.length === 0;
  return (
    <Panel title={t.takeBackTitle} description={plan.isForgotten ? t.takeBackForgotten : what}>
      {plan.changedSince.length > 0 && (
        <>
          <p>{t.takeBackBlocked}</p>
          <ul>
            {plan.changedSince.map(({ importId, fileName: name, rows }) => (
              <li key={importId}>
                <Link to={`/imports/${importId}`}>
                  {t.laterImport({ name, rows: count(rows) })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {isPossible && plan.foundSince.length > 0 && (
        <p className="quiet">
          {t.takeBackFound({
            names: plan.foundSince.map((one) => one.fileName).join(t.listSeparator),
          })}
        </p>
      )}
      {isPossible && (
        <ConfirmDialog
          verb={t.takeBack}
          label={t.takeBackOf({ name: fileName })}
          fields={{ intent: 'take-back' }}
          size="sm"
        >
          <p>{what}</p>
          <p>{t.takeBackUndo}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}
