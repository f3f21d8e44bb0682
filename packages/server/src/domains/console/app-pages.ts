/** The list of mini-programs, and one of them with its versions and settings. */
import type { App } from '@banyan/contract/apps'
import type { Version } from '@banyan/contract/releases'
import { html } from 'hono/html'
import { can, type Caller } from '#domains/identity'
import type { HttpContext } from '#infra/http/http-env.ts'
import type { Html } from '#infra/http/html-page.ts'
import { respondPage, textsOf } from './page-frame.ts'
import type { ConsoleTexts } from './texts.ts'

export function showApps(c: HttpContext, caller: Caller, apps: readonly App[]): Promise<Response> {
  const text = textsOf(c)
  const rows = apps.map(
    (app) =>
      html`<tr>
        <td><a href="/console/apps/${app.id}">${app.name}</a></td>
        <td><code>${app.id}</code></td>
        <td>${app.currentVersion ?? html`<span class="soft">${text.none}</span>`}</td>
      </tr>`,
  )
  return respondPage(c, {
    title: text.apps,
    caller,
    body: html`<h1>${text.apps}</h1>
      <div class="card scroll">
        ${
          apps.length === 0
            ? html`<p>${text.noApps}</p>`
            : html`<table>
                <thead>
                  <tr>
                    <th scope="col">${text.name}</th>
                    <th scope="col">${text.appId}</th>
                    <th scope="col">${text.current}</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows}
                </tbody>
              </table>`
        }
      </div>
      ${can(caller, 'app.create') ? createForm(text) : ''}`,
  })
}

export function showApp(
  c: HttpContext,
  caller: Caller,
  { app, versions }: { app: App; versions: readonly Version[] },
): Promise<Response> {
  const text = textsOf(c)
  return respondPage(c, {
    title: app.name,
    caller,
    body: html`<p><a href="/console">${text.back}</a></p>
      <h1>${app.name}</h1>
      <p class="row">
        <code>${app.id}</code>
        <span class="fill">${app.currentVersion === null ? text.none : `${text.current} ${app.currentVersion}`}</span>
        ${app.currentVersion === null ? '' : html`<a class="button" href="/a/${app.id}/">${text.open}</a>`}
      </p>
      <h2>${text.versions}</h2>
      <div class="card scroll">${listVersions(text, caller, { app, versions })}</div>
      ${can(caller, 'app.edit') ? settingsForms(text, app) : ''}
      ${can(caller, 'domain.edit') ? domainsForm(text, caller, app) : ''}`,
  })
}

function createForm(text: ConsoleTexts): Html {
  return html`<h2>${text.newApp}</h2>
    <form class="card" method="post" action="/console/apps">
      <label for="name">${text.name}</label>
      <input id="name" name="name" required maxlength="40" />
      <p class="actions"><button>${text.create}</button></p>
    </form>`
}

function listVersions(
  text: ConsoleTexts,
  caller: Caller,
  { app, versions }: { app: App; versions: readonly Version[] },
): Html {
  if (versions.length === 0) {
    return html`<p>${text.noVersions}</p>
      <p><code>banyan upload . --app ${app.id}</code></p>`
  }
  const mayPublish = can(caller, 'version.publish')
  const rows = versions.map(
    (version) =>
      html`<tr>
        <td>${version.version}</td>
        <td>${version.description}</td>
        <td class="nowrap">
          <time datetime="${version.createdAt}">${version.createdAt.slice(0, 16).replace('T', ' ')}</time><br />
          <span class="soft small">${version.createdBy}</span>
        </td>
        <td class="nowrap">${(version.sizeBytes / 1024).toFixed(0)} KB</td>
        <td>${publishCell(text, version, mayPublish)}</td>
      </tr>`,
  )
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${text.version}</th>
        <th scope="col">${text.description}</th>
        <th scope="col">${text.uploaded} (UTC)</th>
        <th scope="col">${text.size}</th>
        <th scope="col">${text.publish}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

function publishCell(text: ConsoleTexts, version: Version, mayPublish: boolean): Html | string {
  if (version.isCurrent) return html`<span class="tag">${text.live}</span>`
  if (!mayPublish) return ''
  return html`<form method="post" action="/console/apps/${version.appId}/releases">
    <input type="hidden" name="version" value="${version.version}" />
    <button class="quiet" aria-label="${text.publish} ${version.version}">${text.publish}</button>
  </form>`
}

function settingsForms(text: ConsoleTexts, app: App): Html {
  return html`<h2>${text.settings}</h2>
    <form class="card" method="post" action="/console/apps/${app.id}/settings" enctype="multipart/form-data">
      <label for="name">${text.name}</label>
      <input id="name" name="name" required maxlength="40" value="${app.name}" />
      <label for="description">${text.description}</label>
      <input id="description" name="description" maxlength="200" value="${app.description}" />
      <label for="icon">${text.icon}</label>
      <input id="icon" name="icon" type="file" accept="image/png,image/jpeg,image/webp" />
      <p class="actions"><button>${text.save}</button></p>
    </form>`
}

function domainsForm(text: ConsoleTexts, caller: Caller, app: App): Html {
  const lines = app.requestDomains.map(({ origin, upstream }) => (upstream ? `${origin} ${upstream}` : origin))
  return html`<h2>${text.domains}</h2>
    <form class="card" method="post" action="/console/apps/${app.id}/domains">
      <label for="domains">${text.domains}</label>
      <textarea id="domains" name="domains" spellcheck="false" aria-describedby="domains-hint">
${lines.join('\n')}</textarea>
      <p class="soft small" id="domains-hint">
        ${text.domainsHint} ${can(caller, 'domain.bindUpstream') ? text.upstreamHint : ''}
      </p>
      <p class="actions"><button>${text.save}</button></p>
    </form>`
}
