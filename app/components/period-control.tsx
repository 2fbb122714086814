import { Button } from '@mantine/core';
import { Form, Link, useSearchParams } from '@remix-run/react';
import { IconCalendar } from '@tabler/icons-react';

import {
  choosePeriod,
  formatPeriod,
  recentPeriods,
  type Comparison,
  type Period,
  type PeriodKind,
} from '../../universal/period';
import { formatMonth } from '../../universal/format';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages, useToday } from '../locale';
import { Disclosure } from '../shell/disclosure';
import { changedSearch } from './address';
import classes from './period-control.module.css';

const comparisons: readonly Comparison[] = ['previous', 'year', 'none'];
const offered: readonly [Exclude<PeriodKind, 'custom'>, number][] = [
  ['month', 12],
  ['quarter', 8],
  ['year', 3],
];

interface PeriodControlProps {
  /** The period that is shown, on a page that has a default of its own. */
  shown?: Period | undefined;
  /** False on a page that compares nothing. */
  isCompared?: boolean;
}

/** Period and comparison of a page with numbers. Both stand in the address, so every choice is a link and works without scripts. */
export function PeriodControl({ shown, isCompared = true }: PeriodControlProps) {
  const t = useMessages(shellMessages);
  const locale = useLocale();
  const today = useToday();
  const [search] = useSearchParams();
  const { period: chosen, comparison } = choosePeriod(search, today);
  const period = shown ?? chosen;
  const kindNames = { month: t.month, quarter: t.quarter, year: t.year };
  const comparisonNames = {
    previous: t.comparisonPrevious,
    year: t.comparisonYear,
    none: t.comparisonNone,
  };
  const name = formatPeriod(locale, period);
  return (
    <Disclosure
      className={classes.control}
      summaryClassName={classes.trigger}
      summaryLabel={
        isCompared
          ? `${t.changePeriod({ period: name })}. ${t.comparedWith} ${comparisonNames[comparison]}`
          : t.changePeriod({ period: name })
      }
      summary={
        <>
          <IconCalendar size={16} stroke={1.6} aria-hidden />
          <strong>{name}</strong>
          {isCompared && comparison !== 'none' && (
            <span className="quiet">· {comparisonNames[comparison]}</span>
          )}
        </>
      }
    >
      <div className={classes.panel}>
        {offered.map(([kind, count]) => (
          <section key={kind} className={classes.kind}>
            <h3>{kindNames[kind]}</h3>
            <ul className={classes.choices}>
              {recentPeriods(kind, today, count).map((choice) => (
                <li key={choice.key}>
                  <Link
                    to={changedSearch(search, {
                      period: choice.key,
                      from: undefined,
                      to: undefined,
                    })}
                    preventScrollReset
                    aria-current={choice.key === period.key || undefined}
                  >
                    {kind === 'month'
                      ? formatMonth(locale, choice.key, 'short')
                      : formatPeriod(locale, choice)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <OwnDates period={period} search={search} />
        {isCompared && (
          <section className={classes.kind}>
            <h3>{t.comparedWith}</h3>
            <ul className={classes.choices}>
              {comparisons.map((choice) => (
                <li key={choice}>
                  <Link
                    to={changedSearch(search, { compare: choice })}
                    preventScrollReset
                    aria-current={choice === comparison || undefined}
                  >
                    {comparisonNames[choice]}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Disclosure>
  );
}

function OwnDates({ period, search }: { period: Period; search: URLSearchParams }) {
  const t = useMessages(shellMessages);
  const kept = [...search].filter(
    ([name]) => name !== 'period' && name !== 'from' && name !== 'to',
  );
  return (
    <section className={classes.kind}>
      <h3>{t.custom}</h3>
      <Form method="get" className={classes.dates} preventScrollReset>
        {kept.map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <label>
          {t.from}
          <input type="date" name="from" defaultValue={period.startOn} required />
        </label>
        <label>
          {t.to}
          <input type="date" name="to" defaultValue={period.endOn} required />
        </label>
        <Button type="submit" variant="default" size="xs">
          {t.apply}
        </Button>
      </Form>
    </section>
  );
}
