import { Link, useSearchParams } from '@remix-run/react';
import { IconPlus } from '@tabler/icons-react';

import { roleNames } from '../../../universal/role-names';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { DataTable, type Column } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { StatusBadge } from '../../components/status-badge';
import type { ResultOf } from '../../graphql';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages } from '../../locale';
import type { rolesPage } from './roles.document';
import classes from './roles.module.css';

type Edge = NonNullable<NonNullable<ResultOf<typeof rolesPage>['userAccounts']['edges']>[number]>;
type Account = Edge['node'];
type Grant = NonNullable<Account['roleGrants']>[number];

/** People with what was granted to them. */
export function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const t = useMessages(identityMessages);
  const [search] = useSearchParams();
  const columns: Column<Account>[] = [
    {
      id: 'person',
      header: t.person,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <div className={classes.person}>
          <strong>
            {original.displayName}{' '}
            {original.isDisabled && <StatusBadge tone="neutral">{t.disabled}</StatusBadge>}
          </strong>
          <span className="quiet small">{original.email}</span>
        </div>
      ),
    },
    {
      id: 'roles',
      header: t.roles,
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <div className={classes.grants}>
          {original.roleGrants?.map((grant) => (
            <GrantEntry key={grant.roleGrantId} grant={grant} name={original.displayName} />
          ))}
        </div>
      ),
    },
    {
      id: 'actions',
      header: () => <span className="visually-hidden">{t.grantRole}</span>,
      enableSorting: false,
      align: 'end',
      cell: ({ row: { original } }) =>
        original.canGrantRole && (
          <Link
            to={choosing(search, original.userAccountId)}
            aria-label={t.grantRoleTo({ name: original.displayName })}
            className={classes.choose}
          >
            <IconPlus size={16} aria-hidden /> <span>{t.grantRole}</span>
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={t.rolesTitle}
      columns={columns}
      rows={accounts}
      rowId={({ userAccountId }) => userAccountId}
      sorting="server"
      empty={<EmptyState title={t.noAccounts}>{t.noAccountsText}</EmptyState>}
    />
  );
}

function GrantEntry({ grant, name }: { grant: Grant; name: string }) {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const role = roleNames[grant.role.toLowerCase() as keyof typeof roleNames][locale];
  return (
    <div className={classes.grant}>
      <span>
        {role}
        {grant.department && <span className="quiet"> · {grant.department.name}</span>}
      </span>
      <ConfirmDialog
        verb={t.revoke}
        label={t.revokeGrant({ role, name })}
        fields={{ intent: 'revoke', roleGrantId: grant.roleGrantId }}
      >
        {t.revokeText}
      </ConfirmDialog>
    </div>
  );
}

/** The same list, with the form for this person above it. */
function choosing(search: URLSearchParams, userAccountId: string): string {
  const chosen = new URLSearchParams(search);
  chosen.set('grant', userAccountId);
  chosen.delete('done');
  return `?${chosen.toString()}`;
}
