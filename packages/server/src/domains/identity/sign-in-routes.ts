/** Ways to sign in, and what belongs to them. */
import { meSchema, signInInputSchema, type Me } from '@banyan/contract/identity'
import {
  addPasskeyInputSchema,
  approveDeviceInputSchema,
  completeRecoveryInputSchema,
  deviceCodeInputSchema,
  deviceCodeSchema,
  deviceTokenInputSchema,
  deviceTokenSchema,
  emailCodeInputSchema,
  emailOnlyInputSchema,
  passkeyListSchema,
  passkeyOptionsSchema,
  passkeySchema,
  passkeySignInInputSchema,
  recoveryCodesSchema,
  secondFactorCodeInputSchema,
  secondFactorSetupSchema,
  secondFactorStateSchema,
} from '@banyan/contract/sign-in'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { clientOf } from './client.ts'
import type { Caller } from './caller.ts'
import type { DeviceService } from './devices.ts'
import type { PasskeyService } from './passkeys.ts'
import type { SecondFactorService } from './second-factor.ts'
import type { OpenedSession } from './sessions.ts'
import type { SignInService } from './sign-in.ts'

const me = answer('Who you are', meSchema.meta({ id: 'Me' }))
const passkeyOptions = answer('Options for the browser', passkeyOptionsSchema.meta({ id: 'PasskeyOptions' }))
const middleware = limitBody(64 * 1024)

export interface SignInRoutePorts {
  signIn: SignInService
  passkeys: PasskeyService
  secondFactor: SecondFactorService
  devices: DeviceService
  requireCaller: (c: HttpContext) => Promise<Caller>
  /** Sets the cookie. */
  welcome: (c: HttpContext, session: OpenedSession) => Promise<Me>
}

export function signInRoutes(ports: SignInRoutePorts): HttpApp {
  const app = createRouter()
  const { requireCaller, welcome } = ports

  app.openapi(
    createRoute({
      ...routeOf('signIn', 'identity'),
      summary: 'Sign in',
      middleware,
      request: { ...jsonBody(signInInputSchema.meta({ id: 'SignInInput' })) },
      responses: { 200: me, ...problemAnswer },
    }),
    async (c) => c.json(await welcome(c, await ports.signIn.byPassword(c.req.valid('json'), clientOf(c))), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('sendEmailCode', 'identity'),
      summary: 'Have a sign-in code sent',
      middleware,
      request: { ...jsonBody(emailOnlyInputSchema.meta({ id: 'EmailOnlyInput' })) },
      responses: { 202: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await ports.signIn.sendEmailCode(c.req.valid('json').email, clientOf(c))
      return c.body(null, 202)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('signInByEmail', 'identity'),
      summary: 'Sign in with a code that came by mail',
      middleware,
      request: { ...jsonBody(emailCodeInputSchema.meta({ id: 'EmailCodeInput' })) },
      responses: { 200: me, ...problemAnswer },
    }),
    async (c) => c.json(await welcome(c, await ports.signIn.byEmailCode(c.req.valid('json'), clientOf(c))), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('startPasskeySignIn', 'identity'),
      summary: 'Start to sign in with a passkey',
      responses: { 200: passkeyOptions, ...problemAnswer },
    }),
    async (c) => c.json(await ports.passkeys.startSignIn(), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('signInByPasskey', 'identity'),
      summary: 'Sign in with a passkey',
      middleware,
      request: { ...jsonBody(passkeySignInInputSchema.meta({ id: 'PasskeySignInInput' })) },
      responses: { 200: me, ...problemAnswer },
    }),
    async (c) => c.json(await welcome(c, await ports.passkeys.signIn(c.req.valid('json'), clientOf(c))), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('startRecovery', 'identity'),
      summary: 'Have a link to a new password sent',
      middleware,
      request: { ...jsonBody(emailOnlyInputSchema.meta({ id: 'EmailOnlyInput' })) },
      responses: { 202: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await ports.signIn.startRecovery(c.req.valid('json').email, clientOf(c))
      return c.body(null, 202)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('completeRecovery', 'identity'),
      summary: 'Set a new password with the link',
      middleware,
      request: { ...jsonBody(completeRecoveryInputSchema.meta({ id: 'CompleteRecoveryInput' })) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await ports.signIn.completeRecovery(c.req.valid('json'), clientOf(c))
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('readSecondFactor', 'identity'),
      summary: 'Read whether the second factor is on',
      responses: {
        200: answer('The second factor', secondFactorStateSchema.meta({ id: 'SecondFactorState' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await ports.secondFactor.describe(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('startSecondFactor', 'identity'),
      summary: 'Get a secret for the authenticator app',
      responses: {
        201: answer('The secret', secondFactorSetupSchema.meta({ id: 'SecondFactorSetup' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await ports.secondFactor.start(await requireCaller(c)), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('confirmSecondFactor', 'identity'),
      summary: 'Turn the second factor on with its first code',
      middleware,
      request: { ...jsonBody(secondFactorCodeInputSchema.meta({ id: 'SecondFactorCodeInput' })) },
      responses: {
        200: answer('The sheet of recovery codes', recoveryCodesSchema.meta({ id: 'RecoveryCodes' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await ports.secondFactor.confirm(await requireCaller(c), c.req.valid('json').code), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('removeSecondFactor', 'identity'),
      summary: 'Turn the second factor off',
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await ports.secondFactor.remove(await requireCaller(c))
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('renewRecoveryCodes', 'identity'),
      summary: 'Get a new sheet of recovery codes',
      responses: {
        200: answer('The sheet of recovery codes', recoveryCodesSchema.meta({ id: 'RecoveryCodes' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await ports.secondFactor.renewRecoveryCodes(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('listPasskeys', 'identity'),
      summary: 'List passkeys',
      responses: { 200: answer('Passkeys', passkeyListSchema.meta({ id: 'PasskeyList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await ports.passkeys.list(await requireCaller(c)) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('startPasskey', 'identity'),
      summary: 'Start to add a passkey',
      responses: { 200: passkeyOptions, ...problemAnswer },
    }),
    async (c) => c.json(await ports.passkeys.startAdding(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('addPasskey', 'identity'),
      summary: 'Add a passkey',
      middleware,
      request: { ...jsonBody(addPasskeyInputSchema.meta({ id: 'AddPasskeyInput' })) },
      responses: { 201: answer('The passkey', passkeySchema.meta({ id: 'Passkey' })), ...problemAnswer },
    }),
    async (c) => c.json(await ports.passkeys.add(await requireCaller(c), c.req.valid('json')), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('removePasskey', 'identity'),
      summary: 'Remove a passkey',
      request: { params: z.object({ passkeyId: z.string().max(1400) }) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await ports.passkeys.remove(await requireCaller(c), c.req.valid('param').passkeyId)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('startDevice', 'identity'),
      summary: 'Get a code for a program without a browser',
      middleware,
      request: { ...jsonBody(deviceCodeInputSchema.meta({ id: 'DeviceCodeInput' })) },
      responses: { 201: answer('The codes', deviceCodeSchema.meta({ id: 'DeviceCode' })), ...problemAnswer },
    }),
    async (c) => c.json(await ports.devices.start(c.req.valid('json').name, c.get('clientAddress')), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('approveDevice', 'identity'),
      summary: 'Give a program a key',
      middleware,
      request: { ...jsonBody(approveDeviceInputSchema.meta({ id: 'ApproveDeviceInput' })) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      const { userCode, role } = c.req.valid('json')
      await ports.devices.approve(await requireCaller(c), userCode, role)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('collectDevice', 'identity'),
      summary: 'Collect the key that was approved',
      middleware,
      request: { ...jsonBody(deviceTokenInputSchema.meta({ id: 'DeviceTokenInput' })) },
      responses: { 200: answer('The key', deviceTokenSchema.meta({ id: 'DeviceToken' })), ...problemAnswer },
    }),
    async (c) => c.json(await ports.devices.collect(c.req.valid('json').deviceCode), 200),
  )

  return app
}
