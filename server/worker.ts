import { systemViewer } from '../domain/access';
import type { Context } from '../domain/context';
import { startWorker } from '../platform/queue';
import type { RunningWorker } from '../platform/queue';
import type { Application } from './application';
import { isUnmeasured } from './unmeasured';

/** Starts the side of the process that works off jobs and keeps the roll-ups fresh. */
export function startJobs(app: Application): Promise<RunningWorker> {
  return startWorker<Context>({
    databaseUrl: app.databaseUrl,
    db: app.db,
    jobs: app.jobs,
    makeContext: ({ jobId }) => app.contextFor({ viewer: systemViewer, requestId: `job-${jobId}` }),
    log: app.log,
    onFinished: (run) => {
      if (!isUnmeasured({ job: run.name })) app.metrics.observeJob(run);
    },
  });
}
