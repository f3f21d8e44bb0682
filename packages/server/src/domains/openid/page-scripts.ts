/** Scripts of the two pages. What is put in stands as JSON in which no element can end. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

export function signInScript(given: { failed: string }): string {
  return `
const given = ${inScript(given)}
const form = document.getElementById('sign-in')
const say = (message) => { document.getElementById('status').textContent = message }
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  say('')
  const body = { email: form.email.value, password: form.password.value }
  if (form.code.value !== '') body.code = form.code.value
  try {
    const answer = await fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (answer.ok) return location.reload()
    const problem = await answer.json()
    if (problem.code === 'identity.secondFactorRequired') document.getElementById('second').hidden = false
    say(problem.title || given.failed)
  } catch { say(given.failed) }
})
`
}

export function consentScript(given: { failed: string; query: string }): string {
  return `
const given = ${inScript(given)}
const answer = (isAllowed) => async () => {
  try {
    const response = await fetch('/openid/authorize', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: given.query, isAllowed }) })
    if (!response.ok) throw new Error((await response.json()).title)
    location.assign((await response.json()).location)
  } catch (error) { document.getElementById('status').textContent = error.message || given.failed }
}
document.getElementById('allow').addEventListener('click', answer(true))
document.getElementById('refuse').addEventListener('click', answer(false))
`
}
