/** Scripts of the inbox: asking the browser for push messages, and the worker that shows them. */

export function inboxScript(publicKey: string): string {
  return `
const area = document.getElementById('notices')
const quiet = document.getElementById('quiet')
const mail = document.getElementById('mail')
const canPush = 'serviceWorker' in navigator && 'PushManager' in window
const post = (path, body) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
if (canPush || mail) {
  area.hidden = false
  fetch('/inbox/preferences').then((answer) => (answer.ok ? answer.json() : undefined)).then((value) => {
    if (!value) return
    quiet.checked = value.quietFrom !== value.quietTo
    if (mail) mail.checked = value.byMail
  })
  const save = () => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const [quietFrom, quietTo] = quiet.checked ? [1320, 480] : [0, 0]
    post('/inbox/preferences', { quietFrom, quietTo, timeZone, byMail: mail !== null && mail.checked })
  }
  quiet.addEventListener('change', save)
  if (mail) mail.addEventListener('change', save)
}
if (canPush) {
  document.getElementById('notify').hidden = false
  document.getElementById('notify').addEventListener('click', async () => {
    if ((await Notification.requestPermission()) !== 'granted') return
    const worker = await navigator.serviceWorker.register('/inbox/push-worker.js', { scope: '/inbox/' })
    await navigator.serviceWorker.ready
    const device = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: ${JSON.stringify(publicKey)} })
    const answer = await post('/inbox/devices', { endpoint: device.endpoint, keys: device.toJSON().keys })
    if (answer.ok) document.getElementById('notify').disabled = true
  })
}
`
}

export const pushWorkerScript = `
self.addEventListener('push', (event) => {
  const { title, body, url } = event.data.json()
  event.waitUntil(self.registration.showNotification(title, { body, data: url, icon: '/favicon.svg' }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data))
})
`
