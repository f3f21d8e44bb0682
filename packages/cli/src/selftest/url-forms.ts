/**
 * Forms of an address that look like one of the list and are not, or do not look like it and are. Only the origin that a URL parser
 * finds counts; the browser and the server must find the same one.
 */
export const listedOrigin = 'https://good.example'

/** Form -> whether it is an address of `listedOrigin`. */
export const urlForms: readonly (readonly [form: string, isListed: boolean])[] = [
  ['https://good.example', true],
  ['https://good.example/', true],
  ['https://good.example/a?b#c', true],
  ['https://good.example:443/', true],
  ['HTTPS://GOOD.EXAMPLE/', true],
  ['https://Good.Example/', true],
  ['https:good.example', true],
  ['https:/good.example', true],
  ['https:///good.example', true],
  ['https:\\\\good.example\\a', true],
  ['https://good.example\\@evil.example', true],
  ['https://good%2Eexample/', true],
  ['https://%67ood.example/', true],
  ['https://ｇｏｏｄ.example/', true],
  ['https://good。example/', true],
  ['https://good.exam\tple/', true],
  ['https://good.\nexample/', true],
  [' https://good.example/ ', true],
  ['https://good.example?x', true],
  ['https://good.example#@evil.example', true],
  ['https://good.example/@evil.example', true],
  ['https://good.example/..//evil.example', true],
  ['https://good.example:0443/', true],
  ['https://good.\u00adexample/', true],
  ['https://user:pass@good.example/', true],
  ['https://good.example./', false],
  ['https://good.example:444/', false],
  ['https://good.example:80/', false],
  ['http://good.example/', false],
  ['http://good.example:443/', false],
  ['wss://good.example/', false],
  ['ftp://good.example/', false],
  ['file://good.example/', false],
  ['blob:https://good.example/x', false],
  ['javascript://good.example/%0aalert(1)', false],
  ['data:text/html,https://good.example', false],
  ['https://good.example@evil.example/', false],
  ['https://good.example:443@evil.example/', false],
  ['https://good.example%40evil.example/', false],
  ['https://good.example%2Fevil.example/', false],
  ['https://good.example.evil.example/', false],
  ['https://evil.example/good.example', false],
  ['https://evil.example/?https://good.example', false],
  ['https://evil.example#good.example', false],
  ['https://evil.example\\good.example', false],
  ['https://evil.example\\@good.example', false],
  ['https://sub.good.example/', false],
  ['https://notgood.example/', false],
  ['https://good-example/', false],
  ['https://goodexample/', false],
  ['https://good.example\u0000.evil.example/', false],
  ['https://gооd.example/', false],
  ['https://good.ехample/', false],
  ['https://xn--good-example/', false],
  ['https://[::1]/', false],
  ['https://[::ffff:7f00:1]/', false],
  ['https://127.0.0.1/', false],
  ['https://2130706433/', false],
  ['https://0x7f.1/', false],
  ['https://localhost/', false],
  ['//good.example/', false],
  ['good.example', false],
  ['/good.example', false],
  ['https://', false],
  ['https://:443/', false],
  ['', false],
]

/** The verdict of whatever URL parser runs this; also the source of what is sent into a browser. */
export function isListed(form: string, origin: string): boolean {
  try {
    return new URL(form).origin === origin && new URL(form).protocol === 'https:'
  } catch {
    return false
  }
}
