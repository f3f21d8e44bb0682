import { readCredentials } from '../credentials.ts'
import type { Credentials } from '../credentials.ts'
import type { Environment } from '../environment.ts'
import { Failure } from '../failure.ts'
import { readLinkedApp } from '../project-link.ts'
import type { Check } from './check.ts'
import { checkBrowser, checkNode, checkPort } from './machine-checks.ts'
import { checkLink, checkProject } from './project-checks.ts'

/** In the order in which a reader wants them. What needs the platform is left out when nobody has logged in. */
export async function runChecks(folder: string, environment: Environment): Promise<readonly Check[]> {
  const { locale } = environment
  const local = [
    checkNode(locale),
    checkBrowser(locale),
    await checkPort(locale),
    await checkProject(folder, locale),
    await checkLink(folder, locale),
  ]
  const credentials = await readCredentials(environment).catch((error: unknown) => {
    if (error instanceof Failure) return error
    throw error
  })
  if (credentials instanceof Failure) return [...local, loginCheck(credentials)]
  return [...local, ...(await checkLoggedIn(folder, credentials, environment))]
}

async function checkLoggedIn(
  folder: string,
  credentials: Credentials,
  environment: Environment,
): Promise<readonly Check[]> {
  const { checkPlatform } = await import('./platform-checks.ts')
  const appId = await readLinkedApp(folder)
  return checkPlatform({ ...credentials, appId, locale: environment.locale })
}

/** Not to be logged in hinders nobody who only builds. */
function loginCheck({ code, message, hint }: Failure): Check {
  return {
    id: 'login',
    verdict: code === 'login.missing' ? 'note' : 'bad',
    text: message,
    ...(hint === undefined ? {} : { hint }),
  }
}
