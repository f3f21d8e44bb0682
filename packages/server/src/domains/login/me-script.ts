/** Script of the page about oneself. Texts go in as JSON in which no element can end. */
export function meScript(text: { [key: string]: unknown }): string {
  const shown = JSON.stringify(text).replaceAll('<', '\\u003c')
  return `
const text = ${shown}
const part = (id) => document.getElementById(id)
const say = (message) => { part('status').textContent = message }
const call = async (method, path, body) => {
  const answer = await fetch('/api/v1/user' + path, { method, headers: body ? { 'content-type': 'application/json' } : {}, body: body && JSON.stringify(body) })
  if (answer.ok) return answer.status === 204 || answer.status === 202 ? undefined : answer.json()
  const { code, title } = await answer.json().catch(() => ({}))
  throw new Error(code === 'identity.stepUpRequired' ? text.stepUp : title || text.failed)
}
const attempt = (element, event, work) => element && element.addEventListener(event, async (happened) => {
  happened.preventDefault()
  say('')
  try { await work(happened) } catch (error) { say(error.name === 'NotAllowedError' ? text.failed : error.message) }
})
const toBytes = (words) => Uint8Array.from(atob(words.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
const toWords = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '')
const withBytes = (list) => (list || []).map((each) => ({ ...each, id: toBytes(each.id) }))
const answerOf = (credential, names) => ({
  id: credential.id, rawId: toWords(credential.rawId), type: 'public-key', clientExtensionResults: {},
  response: Object.fromEntries(names.filter((name) => credential.response[name]).map((name) => [name, toWords(credential.response[name])])),
})
attempt(part('ask'), 'submit', async () => {
  await call('POST', '/sign-in-code', { email: part('ask').email.value })
  part('enter').hidden = false
  part('enter').code.focus()
  say(text.sent)
})
attempt(part('enter'), 'submit', async () => {
  await call('POST', '/sign-in', { email: part('ask').email.value, code: part('enter').code.value })
  location.reload()
})
attempt(part('sign-out'), 'click', async () => { await call('POST', '/sign-out'); location.reload() })
attempt(part('erase'), 'click', async () => {
  if (!confirm(text.eraseConfirm)) return
  await call('DELETE', '/data')
  location.assign('/me/')
})
for (const button of document.querySelectorAll('[data-passkey]')) {
  attempt(button, 'click', async () => {
    await call('DELETE', '/passkeys/' + encodeURIComponent(button.dataset.passkey))
    location.reload()
  })
}
if (window.PublicKeyCredential) {
  for (const id of ['use-passkey', 'add-passkey']) if (part(id)) part(id).hidden = false
  attempt(part('use-passkey'), 'click', async () => {
    const { options } = await call('POST', '/sign-in/passkey/options')
    const publicKey = { ...options, challenge: toBytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) }
    const credential = await navigator.credentials.get({ publicKey })
    await call('POST', '/sign-in/passkey', { response: answerOf(credential, ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle']) })
    location.reload()
  })
  attempt(part('add-passkey'), 'click', async () => {
    const { options } = await call('POST', '/passkeys/options')
    const publicKey = { ...options, challenge: toBytes(options.challenge), user: { ...options.user, id: toBytes(options.user.id) }, excludeCredentials: withBytes(options.excludeCredentials) }
    const credential = await navigator.credentials.create({ publicKey })
    await call('POST', '/passkeys', { name: text.passkeyName, response: answerOf(credential, ['clientDataJSON', 'attestationObject']) })
    location.reload()
  })
}
`
}
