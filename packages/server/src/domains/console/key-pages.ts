/** API keys and invitations of the workspace. */
import type { ApiKey, Role } from '@banyan/contract/identity'
import type { TeamRole } from '@banyan/contract/permissions'
import { html } from 'hono/html'
import type { Caller } from '#domains/identity'
import type { HttpContext } from '#infra/http/http-env.ts'
import type { Html } from '#infra/http/html-page.ts'
import { respondPage, textsOf } from './page-frame.ts'
import type { ConsoleTexts } from './texts.ts'

/** Shown this once, in the answer to the form that made it. */
export type Fresh = { kind: 'key'; secret: string } | { kind: 'invitation'; url: string }

export function showKeys(
  c: HttpContext,
  caller: Caller,
  view: { keys: readonly ApiKey[]; fresh?: Fresh },
): Promise<Response> {
  const text = textsOf(c)
  return respondPage(c, {
    title: text.keys,
    caller,
    body: html`<p><a href="/console">${text.back}</a></p>
      <h1>${text.keys}</h1>
      <p class="soft">${text.keysHint}</p>
      ${view.fresh ? showFresh(text, view.fresh) : ''} ${view.keys.length === 0 ? '' : listKeys(text, view.keys)}
      <h2>${text.newKey}</h2>
      <form class="card" method="post" action="/console/keys">
        <label for="name">${text.name}</label>
        <input id="name" name="name" required maxlength="60" />
        ${roleField(text, 'key-role', rolesOf(caller))}
        <p class="actions"><button>${text.create}</button></p>
      </form>
      <h2>${text.members}</h2>
      <form class="card" method="post" action="/console/members">
        ${roleField(text, 'member-role', teamOrder)}
        <p class="actions"><button>${text.invite}</button></p>
      </form>`,
  })
}

/** The likeliest comes first, since a form starts with it. */
const teamOrder: readonly TeamRole[] = ['developer', 'member', 'admin', 'owner']

function rolesOf(caller: Caller): readonly Role[] {
  return caller.platformRole === 'platformOwner' ? [...teamOrder, caller.platformRole] : teamOrder
}

function showFresh(text: ConsoleTexts, fresh: Fresh): Html {
  const label = fresh.kind === 'key' ? text.keySecret : text.inviteLink
  return html`<div class="notice" role="status">
    <p>${label}</p>
    <code id="fresh">${fresh.kind === 'key' ? fresh.secret : fresh.url}</code>
  </div>`
}

function listKeys(text: ConsoleTexts, keys: readonly ApiKey[]): Html {
  const rows = keys.map(
    (key) =>
      html`<tr>
        <td>${key.name}<br /><code>${key.hint}…</code></td>
        <td>${text.roles[key.role]}</td>
        <td>${key.lastUsedAt === null ? text.never : key.lastUsedAt.slice(0, 16).replace('T', ' ')}</td>
        <td>
          <form method="post" action="/console/keys/${key.id}/revoke">
            <button class="quiet danger" aria-label="${text.revoke} ${key.name}">${text.revoke}</button>
          </form>
        </td>
      </tr>`,
  )
  return html`<div class="card scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">${text.name}</th>
          <th scope="col">${text.role}</th>
          <th scope="col">${text.lastUsed} (UTC)</th>
          <th scope="col">${text.revoke}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function roleField(text: ConsoleTexts, id: string, roles: readonly (keyof ConsoleTexts['roles'])[]): Html {
  return html`<label for="${id}">${text.role}</label>
    <select id="${id}" name="role">
      ${roles.map((role) => html`<option value="${role}">${text.roles[role]}</option>`)}
    </select>`
}
