import { Link } from '@remix-run/react';

import { Panel } from '../components/panel';
import { useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { CommentList } from './comment-list';
import classes from './comment-panels.module.css';
import type { Department } from './load-department';

interface CommentPanelsProps {
  comments: NonNullable<Department['comments']>;
  departmentId: string;
  periodKey: string;
}

/** The words behind the numbers: what came in last, and what hurts most. */
export function CommentPanels({ comments, departmentId, periodKey }: CommentPanelsProps) {
  const t = useMessages(scorecardMessages);
  const all = (
    <Link to={`/feedback?department=${departmentId}&period=${periodKey}`}>{t.allComments}</Link>
  );
  return (
    <div className={classes.columns}>
      <Panel flush title={t.newest} description={t.commentsText} actions={all}>
        <CommentList comments={comments.newest} />
      </Panel>
      <Panel flush title={t.critical} description={t.commentsText}>
        <CommentList comments={comments.critical} />
      </Panel>
    </div>
  );
}
