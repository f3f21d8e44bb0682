/** `/docs`: the open API as a page, made from its own description; `/docs/errors`: every code and what it means. */
import { errorTable } from '@banyan/contract/errors'
import { html } from 'hono/html'
import { z } from 'zod'
import type { HttpApp, Locale } from './http-env.ts'
import { respondHtml, type Html } from './html-page.ts'

const schemaValue = z.record(z.string(), z.unknown())
const content = z.record(z.string(), z.object({ schema: schemaValue.optional() }))
const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: schemaValue.optional(),
})
const operation = z.object({
  operationId: z.string(),
  summary: z.string().optional(),
  tags: z.array(z.string()).optional(),
  parameters: z.array(parameter).optional(),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().optional(), content: content.optional() })),
})
const documentSchema = z.object({
  info: z.object({ title: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schemaValue) }),
})
type Operation = z.infer<typeof operation> & { method: string; path: string }

const texts = {
  zh: {
    title: '开放接口',
    intro:
      '控制台和命令行使用的全部接口。请求头 Authorization: Bearer byk_… 携带 API 密钥；错误以 RFC 9457 格式返回，code 是稳定的。',
    description: 'OpenAPI 3.1 描述',
    errors: '错误码',
    parameters: '参数',
    body: '请求体',
    answers: '响应',
    schemas: '数据结构',
    code: '错误码',
    status: '状态码',
    meaning: '含义',
    required: '必填',
  },
  en: {
    title: 'Open API',
    intro:
      'Everything that the console and the command line use. The header Authorization: Bearer byk_… carries the API key; errors are RFC 9457 problems whose code is stable.',
    description: 'OpenAPI 3.1 description',
    errors: 'Error codes',
    parameters: 'Parameters',
    body: 'Request body',
    answers: 'Answers',
    schemas: 'Schemas',
    code: 'Code',
    status: 'Status',
    meaning: 'Meaning',
    required: 'required',
  },
} as const

export function mountApiDocs(app: HttpApp, description: unknown): void {
  const document = documentSchema.parse(description)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]): Operation => ({ ...each, method: method.toUpperCase(), path })),
  )
  app.get('/docs', (c) => {
    const locale = c.get('locale')
    const text = texts[locale]
    return respondHtml(c, {
      title: `${text.title} · Banyan`,
      locale,
      body: html`<main>
        <h1>${text.title}</h1>
        <p>${text.intro}</p>
        <p class="row">
          <a href="/openapi.json">${text.description}</a><a href="/docs/errors">${text.errors}</a
          ><a href="#schemas">${text.schemas}</a>
        </p>
        <nav class="card" aria-label="${text.title}">
          <ul>
            ${operations.map((each) => html`<li><a href="#${each.operationId}">${each.summary ?? each.operationId}</a></li>`)}
          </ul>
        </nav>
        ${operations.map((each) => showOperation(each, locale))}
        <h2 id="schemas">${text.schemas}</h2>
        ${Object.entries(document.components.schemas).map(
          ([name, schema]) =>
            html`<h3 id="schema-${name}">${name}</h3>
              <pre class="card scroll"><code>${JSON.stringify(schema, null, 2)}</code></pre>`,
        )}
      </main>`,
    })
  })
  app.get('/docs/errors', (c) => {
    const locale = c.get('locale')
    const text = texts[locale]
    return respondHtml(c, {
      title: `${text.errors} · Banyan`,
      locale,
      body: html`<main>
        <p><a href="/docs">${text.title}</a></p>
        <h1>${text.errors}</h1>
        <div class="card scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">${text.code}</th>
                <th scope="col">${text.status}</th>
                <th scope="col">${text.meaning}</th>
              </tr>
            </thead>
            <tbody>
              ${Object.entries(errorTable).map(
                ([code, entry]) =>
                  html`<tr id="${code}">
                    <td><code>${code}</code></td>
                    <td>${entry.status}</td>
                    <td>${entry[locale]}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </main>`,
    })
  })
}

function showOperation(each: Operation, locale: Locale): Html {
  const text = texts[locale]
  const parameters = (each.parameters ?? []).map(
    (entry) =>
      html`<li>
        <code>${entry.name}</code> (${entry.in}${entry.required ? `, ${text.required}` : ''})
        ${schemaText(entry.schema)}
      </li>`,
  )
  const answers = Object.entries(each.responses).map(
    ([status, response]) =>
      html`<li><code>${status}</code> ${response.description} ${contentText(response.content)}</li>`,
  )
  return html`<section class="card" aria-labelledby="${each.operationId}">
    <h2 id="${each.operationId}">${each.summary ?? each.operationId}</h2>
    <p><span class="tag">${each.method}</span> <code>${each.path}</code></p>
    ${
      parameters.length === 0
        ? ''
        : html`<h3>${text.parameters}</h3>
            <ul>
              ${parameters}
            </ul>`
    }
    ${
      each.requestBody
        ? html`<h3>${text.body}</h3>
            <p>${contentText(each.requestBody.content)}</p>`
        : ''
    }
    <h3>${text.answers}</h3>
    <ul>
      ${answers}
    </ul>
  </section>`
}

function contentText(entries: z.infer<typeof content> | undefined): Html[] {
  return Object.entries(entries ?? {}).map(
    ([mediaType, { schema }]) => html`<span class="soft small">${mediaType}</span> ${schemaText(schema)}`,
  )
}

function schemaText(schema: Readonly<Record<string, unknown>> | undefined): Html | string {
  const reference = schema?.['$ref']
  if (typeof reference === 'string') {
    const name = reference.split('/').at(-1) ?? ''
    return html`<a href="#schema-${name}">${name}</a>`
  }
  return schema === undefined ? '' : html`<code class="small">${JSON.stringify(schema)}</code>`
}
