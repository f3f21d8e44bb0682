/** The only reader of environment variables in the command. */
import { homedir } from 'node:os'
import { join } from 'node:path'

export type Locale = 'zh_CN' | 'en'

export interface Environment {
  locale: Locale
  /** Where the command keeps what the user told it once. */
  configFolder: string
  /** `BANYAN_URL` and `BANYAN_API_KEY`, for build servers; they win over what `login` stored. */
  url: string | undefined
  apiKey: string | undefined
  /** On a build server nobody can be asked. */
  isBuildServer: boolean
}

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return {
    locale: localeOf(variables),
    configFolder: configFolderOf(variables),
    url: variables['BANYAN_URL'],
    apiKey: variables['BANYAN_API_KEY'],
    isBuildServer: (variables['CI'] ?? '') !== '' && variables['CI'] !== 'false',
  }
}

function localeOf(variables: NodeJS.ProcessEnv): Locale {
  const posix = variables['LC_ALL'] || variables['LC_MESSAGES'] || variables['LANG']
  const name = posix || Intl.DateTimeFormat().resolvedOptions().locale
  return name.toLowerCase().startsWith('zh') ? 'zh_CN' : 'en'
}

function configFolderOf(variables: NodeJS.ProcessEnv): string {
  const base =
    process.platform === 'win32' ? variables['APPDATA'] : variables['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  return join(base ?? homedir(), 'banyan')
}
