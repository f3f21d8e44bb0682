/** Says what is wrong with a value of a JSON file; `location` leads to it. */
export type ReportAt = (
  code: string,
  message: string,
  location: readonly (string | number)[],
  severity?: 'error' | 'warning',
) => void
