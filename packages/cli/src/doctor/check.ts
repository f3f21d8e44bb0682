export interface Check {
  /** Stable, for scripts. */
  id: 'node' | 'browser' | 'port' | 'project' | 'link' | 'login' | 'network' | 'clock' | 'key' | 'app'
  /** `note`: something is not there that not everybody needs. */
  verdict: 'good' | 'note' | 'bad'
  text: string
  /** What to do about it. */
  hint?: string
}
