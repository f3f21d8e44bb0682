/** What can be said about a package without a person. Pure: the same package and declaration give the same report. */
import { dataKinds, type PrivacyEntry } from '@banyan/contract/app-profile'
import type { CheckResult } from '@banyan/contract/review'
import { wxFunctions } from '@banyan/contract/wx-api'
import { textForms } from '#domains/releases'

export interface PackageText {
  /** `main`, a package root, or the name of a file. */
  where: string
  text: string
}

export interface CheckInput {
  texts: readonly PackageText[]
  sizeBytes: number
  fileCount: number
  /** Origins that the app has declared, of all kinds. */
  origins: ReadonlySet<string>
  privacy: readonly PrivacyEntry[]
  refusedWords: readonly string[]
  /** Share of its bytes that apps of other teams have too, 0 to 1. */
  sharedWithOthers: number
  /** The app of another team that its code is most like, and how much of it. */
  likeness?: { share: number; appId: string | undefined } | undefined
}

type Evidence = CheckResult['evidence']
const evidenceLimit = 20

export function runChecks(input: CheckInput): CheckResult[] {
  return [
    {
      check: 'size',
      outcome: 'passed',
      summary: `${input.sizeBytes} bytes in ${input.fileCount} files`,
      evidence: [],
    },
    report('secrets', findForeignSecrets(input.texts), 'failed', 'secrets of other services'),
    report('domains', findUndeclaredDomains(input), 'warning', 'addresses of servers that are not declared'),
    report('functions', findUnknownFunctions(input.texts), 'warning', 'functions that this platform does not have'),
    report('privacy', findUndeclaredData(input), 'failed', 'kinds of personal data that are not declared'),
    report('words', findRefusedWords(input), 'failed', 'words that are refused here'),
    checkSimilarity(input),
  ]
}

function report(check: string, evidence: Evidence, outcome: 'warning' | 'failed', what: string): CheckResult {
  if (evidence.length === 0) return { check, outcome: 'passed', summary: `no ${what}`, evidence }
  return { check, outcome, summary: `${evidence.length} ${what}`, evidence: evidence.slice(0, evidenceLimit) }
}

const foreignSecrets: readonly [string, RegExp][] = [
  ['a private key', /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----/g],
  ['an access key of AWS', /\bAKIA[0-9A-Z]{16}\b/g],
  ['a token of GitHub', /\bgh[pousr]_[0-9A-Za-z]{36}\b/g],
  ['a live key of Stripe', /\bsk_live_[0-9A-Za-z]{20,}/g],
  ['a secret of a WeChat app', /app_?secret["']?\s*[:=]\s*["'][0-9a-f]{32}["']/gi],
]

function findForeignSecrets(texts: readonly PackageText[]): Evidence {
  return texts.flatMap(({ where, text }) => {
    const forms = textForms(text)
    return foreignSecrets.flatMap(([what, pattern]) => {
      const how = forms.find((form) => form.text.search(pattern) >= 0)?.how
      if (how === undefined) return []
      return [{ where, what: how === 'plain' ? what : `${what}, ${how}` }]
    })
  })
}

function findUndeclaredDomains({ texts, origins }: CheckInput): Evidence {
  return distinct(
    texts.flatMap(({ where, text }) =>
      [...text.matchAll(/["'`]((?:https|wss):\/\/[a-z0-9.-]+(?::\d+)?)/gi)].flatMap(([, origin = '']) =>
        origins.has(origin.toLowerCase()) || isDocumentation(origin) ? [] : [{ where, what: origin.toLowerCase() }],
      ),
    ),
  )
}

/** Names of formats look like addresses and are never called. */
function isDocumentation(origin: string): boolean {
  return /^https:\/\/(?:www\.)?(?:w3\.org|schema\.org)$/i.test(origin)
}

function findUnknownFunctions(texts: readonly PackageText[]): Evidence {
  return distinct(
    texts.flatMap(({ where, text }) =>
      calledFunctions(text)
        .filter((name) => !Object.hasOwn(wxFunctions, name))
        .map((name) => ({ where, what: `wx.${name}` })),
    ),
  )
}

function findUndeclaredData({ texts, privacy }: CheckInput): Evidence {
  const declared = new Set(privacy.map(({ kind }) => kind))
  return distinct(
    texts.flatMap(({ where, text }) => {
      const called = new Set(calledFunctions(text))
      if (/open-?type["']?\s*[:=,]\s*["']getPhoneNumber/i.test(text)) called.add('getPhoneNumber')
      return Object.entries(dataKinds).flatMap(([kind, names]) => {
        const used = names.find((name) => called.has(name))
        return used === undefined || declared.has(kind) ? [] : [{ where, what: `${kind}: ${used}` }]
      })
    }),
  )
}

function calledFunctions(text: string): string[] {
  return [...text.matchAll(/\bwx\.([a-zA-Z]\w*)\s*\(/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

function findRefusedWords({ texts, refusedWords }: CheckInput): Evidence {
  return texts.flatMap(({ where, text }) => {
    const folded = text.toLowerCase()
    return refusedWords.filter((word) => folded.includes(word.toLowerCase())).map((what) => ({ where, what }))
  })
}

const similarShare = 0.6

function checkSimilarity({ sharedWithOthers, likeness }: CheckInput): CheckResult {
  const percent = Math.round(Math.max(sharedWithOthers, likeness?.share ?? 0) * 100)
  const other = likeness?.appId ?? 'a mini-program that is not published'
  const isCopy = likeness !== undefined && likeness.share >= similarShare
  return {
    check: 'similarity',
    outcome: isCopy || sharedWithOthers >= similarShare ? 'warning' : 'passed',
    summary: `${percent} percent of it is in mini-programs of other teams too`,
    evidence: isCopy ? [{ where: 'the code', what: `${Math.round(likeness.share * 100)} percent as in ${other}` }] : [],
  }
}

function distinct(evidence: Evidence): Evidence {
  return [...new Map(evidence.map((entry) => [`${entry.where} ${entry.what}`, entry])).values()]
}
