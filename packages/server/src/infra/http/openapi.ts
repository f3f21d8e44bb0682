/** The description of the open API, made from the routes themselves. */
import { mountApiDocs } from './api-docs.ts'
import type { HttpApp } from './http-env.ts'

export function mountOpenApi(app: HttpApp): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of the workspace: byk_…',
  })
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Banyan open API',
      version: '1',
      description:
        'Everything that the console and the command line do. Errors are RFC 9457 problems with a stable `code`.',
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }],
  })
  const body = JSON.stringify(document)
  app.get('/openapi.json', (c) =>
    c.body(body, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' }),
  )
  mountApiDocs(app, document)
}
