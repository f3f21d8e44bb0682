/** The only reader of the environment. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { findChromium } from '#infra/browser/browser.ts'
import type { S3Options } from '#infra/blobs/s3-blobs.ts'
import type { OidcOptions } from '#infra/oidc/oidc-client.ts'
import { StartupError } from '#infra/startup-error.ts'

/** An OpenID provider, what its button says, and the team that newcomers join; without a team nobody gets an account by it. */
export interface OidcConfig extends OidcOptions {
  name: string
  teamOfNewcomers: string | undefined
}

export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  /** Origin under which people reach the platform; without it, the address that the server listens on. */
  publicUrl: string | undefined
  /** Origin on another registrable domain, for the files of mini-programs; this server answers there too. */
  contentOrigin?: string | undefined
  /** Sites that may show mini-programs inside their pages. */
  embedOrigins: readonly string[]
  runtimeDir: string
  /** Where the console's built files lie; by default beside this package. */
  consoleDir?: string | undefined
  logLevel: string
  /** Trust `X-Forwarded-For` and `X-Forwarded-Proto` of the machine in front. */
  behindProxy: boolean
  /** Keeps files in a bucket instead of the data folder. */
  s3?: S3Options | undefined
  /** The OpenID provider through which people may sign in. */
  oidc?: OidcConfig | undefined
  /** Seals what must not be readable in a copy of the database. */
  secretKey?: string | undefined
  /** A Chromium that opens the pages of versions under review; without it that check is skipped. */
  chromium?: string | undefined
  /** Phone numbers that nobody has verified may be given to apps. */
  allowsUnverifiedPhones: boolean
  /** Sends letters; without it they lie in the folder `outbox` of the data folder. */
  smtp: { url: string; from: string } | undefined
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  BANYAN_DATA: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONTENT_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  BANYAN_EMBED_ORIGINS: z.string().max(10_000).transform(readOrigins).default([]),
  BANYAN_RUNTIME_DIR: z.string().optional(),
  BANYAN_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  BANYAN_BEHIND_PROXY: z.enum(['0', '1']).default('0'),
  BANYAN_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANYAN_S3_KEY_ID: z.string().default(''),
  BANYAN_S3_SECRET: z.string().default(''),
  BANYAN_S3_REGION: z.string().default('us-east-1'),
  BANYAN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  BANYAN_MAIL_FROM: z.string().max(200).default('Banyan <banyan@localhost>'),
  BANYAN_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  BANYAN_OIDC_CLIENT_ID: z.string().max(500).default(''),
  BANYAN_OIDC_CLIENT_SECRET: z.string().max(2000).default(''),
  BANYAN_OIDC_NAME: z.string().max(60).default('SSO'),
  BANYAN_OIDC_TEAM: z.string().max(64).optional(),
  BANYAN_SECRET_KEY: z.string().min(32).max(1000).optional(),
  BANYAN_CHROMIUM: z.string().optional(),
  BANYAN_UNVERIFIED_PHONES: z.enum(['0', '1']).default('0'),
})

export function readConfig(env: NodeJS.ProcessEnv, cwd: string): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(filled)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new StartupError(`These environment variables are not usable:\n${lines.join('\n')}`)
  }
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(cwd, values.BANYAN_DATA),
    databaseUrl: values.DATABASE_URL,
    embedOrigins: values.BANYAN_EMBED_ORIGINS,
    publicUrl: originOf(values.PUBLIC_URL),
    contentOrigin: contentOriginOf(values),
    runtimeDir: values.BANYAN_RUNTIME_DIR ? resolve(cwd, values.BANYAN_RUNTIME_DIR) : workspaceRuntimeDir(),
    logLevel: values.BANYAN_LOG_LEVEL,
    behindProxy: values.BANYAN_BEHIND_PROXY === '1',
    s3: values.BANYAN_S3_URL === undefined ? undefined : s3Of(values.BANYAN_S3_URL, values),
    smtp: values.BANYAN_SMTP_URL ? { url: values.BANYAN_SMTP_URL, from: values.BANYAN_MAIL_FROM } : undefined,
    oidc: oidcOf(values),
    secretKey: values.BANYAN_SECRET_KEY,
    chromium: chromiumOf(values.BANYAN_CHROMIUM),
    allowsUnverifiedPhones: values.BANYAN_UNVERIFIED_PHONES === '1',
  }
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).origin
}

function contentOriginOf(values: z.infer<typeof environment>): string | undefined {
  const content = originOf(values.CONTENT_ORIGIN)
  if (content !== undefined && values.PUBLIC_URL === undefined)
    throw new StartupError('CONTENT_ORIGIN needs PUBLIC_URL: the two are told apart by their host names.')
  if (content !== undefined && new URL(content).host === new URL(values.PUBLIC_URL ?? content).host)
    throw new StartupError('CONTENT_ORIGIN must have another host name than PUBLIC_URL, best under another domain.')
  return content
}

function oidcOf(values: z.infer<typeof environment>): OidcConfig | undefined {
  if (values.BANYAN_OIDC_ISSUER === undefined) return undefined
  return {
    issuer: values.BANYAN_OIDC_ISSUER,
    clientId: values.BANYAN_OIDC_CLIENT_ID,
    clientSecret: values.BANYAN_OIDC_CLIENT_SECRET,
    name: values.BANYAN_OIDC_NAME,
    teamOfNewcomers: values.BANYAN_OIDC_TEAM,
  }
}

/** Origins one after the other; `*.example.com` for all sites of a domain. */
function readOrigins(text: string, context: z.core.$RefinementCtx<string>): readonly string[] {
  const origins = text.split(/[\s,]+/).filter((origin) => origin !== '')
  const wrong = origins.find((origin) => !/^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d{1,5})?$/i.test(origin))
  if (wrong !== undefined) context.addIssue(`"${wrong}" is no origin such as https://www.example.com`)
  return origins
}

/** `none` for a machine whose browser is not for this. */
function chromiumOf(given: string | undefined): string | undefined {
  return given === 'none' ? undefined : (given ?? findChromium())
}

function s3Of(url: string, values: z.infer<typeof environment>): S3Options {
  return {
    url,
    accessKeyId: values.BANYAN_S3_KEY_ID,
    secretAccessKey: values.BANYAN_S3_SECRET,
    region: values.BANYAN_S3_REGION,
  }
}

/** In the repository the runtime is built beside the server; elsewhere BANYAN_RUNTIME_DIR says where. */
function workspaceRuntimeDir(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (dirname(folder) !== folder) {
    const candidate = join(folder, 'packages', 'runtime', 'dist')
    if (existsSync(join(folder, 'packages', 'runtime'))) return candidate
    folder = dirname(folder)
  }
  return resolve('runtime')
}
