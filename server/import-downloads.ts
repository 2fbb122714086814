import { Router } from 'express';
import { rejectedRowsReport, summaryReport } from '../domain/feedback';
import { NotFound } from '../platform/errors';
import type { RouteTools } from './routes';
import { sendDownload } from './send-download';

const csv = 'text/csv; charset=utf-8';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reports of imports as files: they are streamed and may hold every row of the upload. */
export function importDownloadRoutes({ contextOf }: RouteTools): Router {
  const router = Router();
  router.get('/downloads/imports/:importId/rejected-rows.csv', (request, response, next) => {
    contextOf(request, response)
      .then((ctx) => rejectedRowsReport(ctx, { importId: idOf(request.params.importId) }))
      .then((report) => sendDownload(response, { ...report, type: csv }))
      .catch(next);
  });
  router.get('/downloads/imports/:importId/summary.csv', (request, response, next) => {
    contextOf(request, response)
      .then((ctx) => summaryReport(ctx, { importId: idOf(request.params.importId) }))
      .then(({ fileName, content }) => {
        response.attachment(fileName).type(csv).send(content);
      })
      .catch(next);
  });
  return router;
}

function idOf(id: string | undefined): string {
  if (!id || !uuid.test(id)) throw new NotFound();
  return id;
}
