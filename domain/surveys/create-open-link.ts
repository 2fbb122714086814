import { z } from 'zod';
import { InvalidInput, NotFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { parseInput } from '../../platform/parse-input';
import { authorise } from '../access';
import type { Context } from '../context';
import { listDepartmentsById } from '../organisation';
import { audited } from '../privacy';
import { newLinkToken, type OpenLink, openLinkChannels } from './open-link';
import { insertOpenLink, selectOpenLinks, selectTouchpointOwner } from './open-link-store';
import { ensureSurvey } from './standard-survey';
import { selectSurveys } from './survey-store';

const openLinkInput = z.object({
  /** The customers' survey when not given. */
  surveyId: z.uuid().nullish(),
  touchpointId: z.uuid(),
  /** Which department the feedback is about; the owner of the touchpoint when not given. */
  departmentId: z.uuid().nullish(),
  channel: z.enum(openLinkChannels),
  label: z.string().trim().max(120).default(''),
});

/** Creates a link through which anyone can give feedback at a touchpoint, for a channel of its own. */
export const createOpenLink = audited(
  'open_link.create',
  async (ctx: Context, input: unknown): Promise<OpenLink> => {
    authorise(ctx.viewer, 'create', 'OpenLink');
    const { touchpointId, channel, label, ...given } = parseInput(openLinkInput, input);
    const surveyId = given.surveyId ?? (await ensureSurvey(ctx, 'customer'));
    const survey = (await selectSurveys(ctx.db, 'customer')).find(
      (known) => known.surveyId === surveyId,
    );
    if (!survey) throw new NotFound();
    if (!survey.surveyVersionId)
      throw new InvalidInput([{ path: ['surveyId'], message: notPublished }]);
    const owner = await selectTouchpointOwner(ctx.db, touchpointId);
    if (!owner) throw new NotFound();
    const departmentId = given.departmentId ?? owner;
    const [department] = await listDepartmentsById(ctx, { departmentIds: [departmentId] });
    if (!department) throw new NotFound();
    const openLinkId = newId();
    await insertOpenLink(ctx.db, {
      openLinkId,
      token: newLinkToken(),
      surveyId,
      touchpointId,
      departmentId,
      channel,
      label,
      createdAt: ctx.clock.now(),
    });
    const [created] = await selectOpenLinks(ctx.db, openLinkId);
    return created!;
  },
  (_input, link) => ({
    subjectType: 'OpenLink',
    subjectId: link.openLinkId,
    details: { touchpointId: link.touchpointId, channel: link.channel },
  }),
);

const notPublished = {
  en: 'Publish the survey before you hand out links to it.',
  zh: '请先发布问卷，再创建链接。',
};
