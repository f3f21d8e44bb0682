export interface ErrorEntry {
  status: number
  zh: string
  en: string
  /** What `fail({ errno })` carries when a mini-program caused it; WeChat's number where there is one. */
  errno?: number
}
