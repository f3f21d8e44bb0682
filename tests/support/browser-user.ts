/** A user of a mini-program without a browser: does what the host page does, with the cookies of one person. */
export interface BrowserUser {
  /** What `wx.login` gives. */
  login(): Promise<string>
  /** POST to a route of the host page; the answer's JSON. */
  ask(name: string, body?: unknown): Promise<Record<string, unknown>>
  readonly cookie: string
}

export function createBrowserUser(platformUrl: string, appId: string): BrowserUser {
  let cookie = ''
  async function ask(name: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await fetch(`${platformUrl}/a/${appId}/-/${name}`, {
      method: 'POST',
      headers: { origin: platformUrl, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
    return Object(await answer.json())
  }
  return {
    ask,
    login: async () => String((await ask('login'))['code']),
    get cookie() {
      return cookie
    },
  }
}
