import { NavLink } from '@remix-run/react';

import { reviewMessages } from '../locales/reviews';
import { useMessages } from '../locale';
import classes from './review-tabs.module.css';

/** HR's three places of the reviews. Others have one, and no tabs. */
export function ReviewTabs() {
  const t = useMessages(reviewMessages);
  return (
    <nav aria-label={t.tabsLabel} className={classes.tabs}>
      <NavLink to="/reviews">{t.tabReviews}</NavLink>
      <NavLink to="/review-cycles">{t.tabCycles}</NavLink>
      <NavLink to="/review-templates">{t.tabTemplates}</NavLink>
    </nav>
  );
}
