/** What comes with the later code of the view. `parts.ts` names it all; components see no more of it than they use. */
export interface ViewParts {
  /** Of everything else in here. */
  style: string
}
