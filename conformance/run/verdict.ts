/** Undefined when the expectation holds, else what was there in its place. */
export type Verdict = string | undefined
