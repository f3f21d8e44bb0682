/** A typed client of the platform's open API, for Node and browsers: one file for each domain of the contract. */
export { ApiError } from './api-error.ts'
export type { ApiErrorCode } from './api-error.ts'
export type { AppsClient } from './apps.ts'
export { createClient } from './client.ts'
export type { Client, ClientOptions } from './client.ts'
export type { IdentityClient } from './identity.ts'
export type { ReleasesClient, UploadInput } from './releases.ts'
export type { TeamsClient } from './teams.ts'
