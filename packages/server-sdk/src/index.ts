/**
 * For the back end of a mini-program: users, messages, links, content checks, and what the platform tells by itself. Every call is a function
 * of its own that takes the client, so that bundlers keep only what is used. Runs on Node 18 and newer; keeps the app's secret on the server.
 */
export { createServerClient } from './client.ts'
export type { ServerClient, ServerClientOptions, TokenStore, StoredToken } from './client.ts'
export { checkMedia, checkText } from './content.ts'
export type { MediaCheck, TextCheck, TextVerdict } from './content.ts'
export { sendCustomerMessage, setTyping } from './customers.ts'
export type { CustomerMessage } from './customers.ts'
export { decryptUserData, verifyUserData } from './decrypt.ts'
export { WechatApiError } from './error.ts'
export { createFileLinks, createFileUpload, deleteFiles } from './files.ts'
export type { FileAddress, UploadAddress, UploadWish } from './files.ts'
export { createPageCode, createSceneCode, createScheme, createShortLink, createUrlLink } from './links.ts'
export type { CodeLook, LinkTarget } from './links.ts'
export { checkSessionKey, exchangeCode, readPhoneNumber, resetSessionKey } from './login.ts'
export type { PhoneNumber, UserSession } from './login.ts'
export { listTemplates, sendSubscribeMessage } from './messages.ts'
export type { SubscribeMessage, Template } from './messages.ts'
export { answerPushCheck, readPush } from './push.ts'
export type { PushKeys, PushQuery } from './push.ts'
export { verifyWebhook } from './webhooks.ts'
export type { WebhookEvent } from './webhooks.ts'
