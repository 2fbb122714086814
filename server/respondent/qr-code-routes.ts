import { Router } from 'express';
import { addressOf, getOpenLink, qrCodePng, qrCodeSvg } from '../../domain/surveys';
import { NotFound } from '../../platform/errors';
import type { RouteTools } from '../routes';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** QR codes of feedback links as files, for print and for displays. */
export function qrCodeRoutes({ contextOf }: RouteTools): Router {
  const router = Router();
  router.get('/downloads/feedback-links/:openLinkId/qr-code.:format(svg|png)', (req, res, next) => {
    const send = async () => {
      const { openLinkId = '', format } = req.params;
      if (!uuid.test(openLinkId)) throw new NotFound();
      const ctx = await contextOf(req, res);
      const address = addressOf(ctx, await getOpenLink(ctx, { openLinkId }));
      res.attachment(`qr-code.${format}`);
      if (format === 'svg') res.type('image/svg+xml').send(await qrCodeSvg(address));
      else res.type('png').send(await qrCodePng(address));
    };
    send().catch(next);
  });
  return router;
}
