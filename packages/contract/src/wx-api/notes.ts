/**
 * What differs from WeChat, function by function, for the documentation only: nothing that a phone downloads imports this. Every function
 * whose support is `degraded` has a note.
 */
export const wxFunctionNotes: Readonly<Record<string, { zh: string; en: string }>> = {}
