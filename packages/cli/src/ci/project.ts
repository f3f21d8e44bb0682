import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { readCredentials } from '../credentials.ts'
import { readEnvironment } from '../environment.ts'
import { Failure } from '../failure.ts'
import type { LinkedApp } from '../linked-app.ts'
import { isAppId, readLinkedApp } from '../project-link.ts'
import type { Terminal } from '../terminal.ts'

export interface ProjectOptions {
  /** The id on the platform (`by…`). A WeChat id also stands here, when `banyan.json` in the project names ours. */
  appid: string
  /** Only `miniProgram`. */
  type?: 'miniProgram'
  /** Folder of the project, where `project.config.json` or `app.json` is. */
  projectPath: string
  /** File that holds an API key of the platform (`byk_…`). */
  privateKeyPath?: string
  /** The API key itself. Without either: `BANYAN_API_KEY`, or what `banyan login` stored. */
  privateKey?: string
  /** Address of the platform. Default: `BANYAN_URL`, or what `banyan login` stored. */
  url?: string
}

/**
 * A project as `miniprogram-ci` has it.
 *
 * @example
 * const project = new Project({ appid: 'by0123456789abcdef', type: 'miniProgram', projectPath: '.', privateKeyPath: 'banyan.key' })
 */
export class Project {
  readonly appid: string
  readonly type: 'miniProgram'
  readonly projectPath: string
  readonly privateKey: string | undefined
  readonly url: string | undefined

  constructor(options: ProjectOptions) {
    const { appid, type = 'miniProgram', projectPath, privateKeyPath, privateKey, url } = options
    // Callers in plain JavaScript have no types that would say so.
    if (type !== 'miniProgram') throw new Failure('project.type', `Projects of type ${String(type)} are not supported`)
    this.appid = appid
    this.type = type
    this.projectPath = resolve(projectPath)
    this.privateKey =
      privateKey ?? (privateKeyPath === undefined ? undefined : readFileSync(privateKeyPath, 'utf8').trim())
    this.url = url
  }
}

/** Called with a line of text for each step. */
export type OnProgressUpdate = (message: string) => void

export interface OpenedProject {
  app: LinkedApp
  context: Context
}

/** The project's mini-program on the platform; fails with `app.unknown` or `login.missing`. */
export async function openProject(project: Project, onProgressUpdate?: OnProgressUpdate): Promise<OpenedProject> {
  const context = contextOf(project, onProgressUpdate)
  const appId = isAppId(project.appid) ? project.appid : await readLinkedApp(project.projectPath)
  if (appId === undefined) {
    throw new Failure('app.unknown', `${project.appid} is no id of this platform, and banyan.json names none`)
  }
  const { url, apiKey } = await readCredentials(context.environment)
  const { createClient } = await import('@banyan/sdk')
  return { app: { client: createClient({ baseUrl: url, apiKey, locale: 'en' }), url, appId }, context }
}

/** Commands speak to a terminal; a library's caller gets the same lines. */
export function contextOf(project: Project, onProgressUpdate: OnProgressUpdate = () => undefined): Context {
  const environment = readEnvironment()
  const terminal: Terminal = {
    print: (line = '') => onProgressUpdate(line),
    printJson: () => undefined,
    note: (line = '') => onProgressUpdate(line),
    progress: onProgressUpdate,
    style: (_style, text) => text,
    beQuiet: () => undefined,
  }
  return {
    terminal,
    environment: {
      ...environment,
      locale: 'en',
      url: project.url ?? environment.url,
      apiKey: project.privateKey ?? environment.apiKey,
    },
  }
}
