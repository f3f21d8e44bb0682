/** What one check of the suite found. */
export interface Finding {
  /** `worker/fetch`, `attack/cover-capsule`: the same in the threat model. */
  id: string
  /** `skipped`: this engine has not got what the check is about. */
  verdict: 'passed' | 'failed' | 'skipped'
  detail?: string
}

export function judge(id: string, isGood: boolean, detail: unknown): Finding {
  return isGood ? { id, verdict: 'passed' } : { id, verdict: 'failed', detail: String(detail).slice(0, 2000) }
}
