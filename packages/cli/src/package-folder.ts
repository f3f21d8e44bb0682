import { fileURLToPath } from 'node:url'

/** Where this package's own files are: one above the sources, and one above the bundles of the published package. */
export const packageFolder = fileURLToPath(new URL('../', import.meta.url))
