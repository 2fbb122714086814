import { Router } from 'express';
import { authorise } from '../domain/access';
import { FileRefused } from '../domain/intake';
import { peopleTemplate, receivePeopleFile, rejectedPeopleReport } from '../domain/organisation';
import { NotFound } from '../platform/errors';
import { leadTo } from './lead-to';
import type { RouteTools } from './routes';
import { sendDownload } from './send-download';
import { firstFile, letSenderFinish, refusalQuery } from './uploads';

const csv = 'text/csv; charset=utf-8';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Files of people in and out. They are streamed, and so do not go through the schema. */
export function peopleFileRoutes({ contextOf }: RouteTools): Router {
  const router = Router();

  router.post('/uploads/people', (request, response, next) => {
    contextOf(request, response)
      .then(async (ctx) => {
        authorise(ctx.viewer, 'create', 'Employee');
        return receivePeopleFile(ctx, await firstFile(request));
      })
      .then((peopleImportId) => leadTo(response, `/people/import/${peopleImportId}`))
      .catch((error: unknown) => {
        letSenderFinish(request);
        if (error instanceof FileRefused) leadTo(response, `/people/import?${refusalQuery(error)}`);
        else next(error);
      });
  });

  router.get('/downloads/people/template.csv', (request, response, next) => {
    contextOf(request, response)
      .then((ctx) => {
        authorise(ctx.viewer, 'create', 'Employee');
        response.attachment('people.csv').type(csv).send(peopleTemplate());
      })
      .catch(next);
  });

  router.get('/downloads/people/:peopleImportId/rejected-rows.csv', (request, response, next) => {
    contextOf(request, response)
      .then((ctx) => {
        authorise(ctx.viewer, 'create', 'Employee');
        const { peopleImportId } = request.params;
        if (!peopleImportId || !uuid.test(peopleImportId)) throw new NotFound();
        const content = rejectedPeopleReport(ctx, { peopleImportId });
        return sendDownload(response, { fileName: 'people-to-repair.csv', type: csv, content });
      })
      .catch(next);
  });
  return router;
}
