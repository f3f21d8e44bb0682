import { appIdSchema } from '@banyan/contract/apps'
import { pageImageNameSchema, pageReportSchema } from '@banyan/contract/page-checks'
import { versionNumberSchema } from '@banyan/contract/releases'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import type { PageCheckService } from './service.ts'

const params = z.object({ appId: appIdSchema, version: versionNumberSchema })
const imageParams = params.extend({ image: pageImageNameSchema })
const report = answer('The report', pageReportSchema.meta({ id: 'PageReport' }))
const picture = {
  200: {
    description: 'The picture',
    content: { 'image/png': { schema: z.string().meta({ format: 'binary' }) } },
  },
  ...problemAnswer,
}
/** The bytes belong to the name; who may see them is asked each time. */
const pictureHeaders = {
  'Content-Type': 'image/png',
  'Cache-Control': 'private, no-cache',
  'Content-Security-Policy': "default-src 'none'",
}

type Checked = Parameters<PageCheckService['read']>
type Pictured = Parameters<PageCheckService['image']>

export function pageCheckRoutes({ service, identity }: { service: PageCheckService; identity: Identity }): HttpApp {
  const router = createRouter()
  const sides = [
    {
      read: [
        'readPageReport',
        'Read what a browser saw of the pages of a version',
        (...of: Checked) => service.read(...of),
      ],
      check: ['checkPages', 'Open all pages of a version in a browser', (...of: Checked) => service.checkAgain(...of)],
      image: ['readPageImage', 'A picture of the report', (...of: Pictured) => service.image(...of)],
    },
    {
      read: [
        'reviewPageReport',
        'Read, as a reviewer, what a browser saw',
        (...of: Checked) => service.readAsReviewer(...of),
      ],
      check: [
        'reviewCheckPages',
        'Open all pages anew, as a reviewer',
        (...of: Checked) => service.checkAsReviewer(...of),
      ],
      image: [
        'reviewPageImage',
        'A picture of the report, for a reviewer',
        (...of: Pictured) => service.imageAsReviewer(...of),
      ],
    },
  ] as const
  for (const { read, check, image } of sides) {
    const [readName, readSummary, readReport] = read
    router.openapi(
      createRoute({
        ...routeOf(readName, 'review'),
        summary: readSummary,
        request: { params },
        responses: { 200: report, ...problemAnswer },
      }),
      async (c) => c.json(await readReport(await identity.requireCaller(c), c.req.valid('param')), 200),
    )
    const [checkName, checkSummary, checkAgain] = check
    router.openapi(
      createRoute({
        ...routeOf(checkName, 'review'),
        summary: checkSummary,
        request: { params },
        responses: { 202: report, ...problemAnswer },
      }),
      async (c) => c.json(await checkAgain(await identity.requireCaller(c), c.req.valid('param')), 202),
    )
    const [imageName, imageSummary, readImage] = image
    router.openapi(
      createRoute({
        ...routeOf(imageName, 'review'),
        summary: imageSummary,
        request: { params: imageParams },
        responses: picture,
      }),
      async (c) => {
        const bytes = await readImage(await identity.requireCaller(c), c.req.valid('param'))
        return c.body(new Uint8Array(bytes), 200, pictureHeaders)
      },
    )
  }
  return router
}
