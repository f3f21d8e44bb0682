/** Scripts of the inbox: asking the browser for push messages, and the worker that shows them. */

export function inboxScript(publicKey: string): string {
  return `
const area = document.getElementById('notices')
const quiet = document.getElementById('quiet')
const post = (path, body) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
if ('serviceWorker' in navigator && 'PushManager' in window) {
  area.hidden = false
  fetch('/inbox/preferences').then((answer) => (answer.ok ? answer.json() : undefined)).then((value) => {
    if (value) quiet.checked = value.quietFrom !== value.quietTo
  })
  document.getElementById('notify').addEventListener('click', async () => {
    if ((await Notification.requestPermission()) !== 'granted') return
    const worker = await navigator.serviceWorker.register('/inbox/push-worker.js', { scope: '/inbox/' })
    await navigator.serviceWorker.ready
    const device = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: ${JSON.stringify(publicKey)} })
    const answer = await post('/inbox/devices', { endpoint: device.endpoint, keys: device.toJSON().keys })
    if (answer.ok) document.getElementById('notify').disabled = true
  })
  quiet.addEventListener('change', () => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    post('/inbox/preferences', quiet.checked ? { quietFrom: 1320, quietTo: 480, timeZone } : { quietFrom: 0, quietTo: 0, timeZone })
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
