import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isFunction } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { hostFunction } from '../core/logic/host-function.ts'

/** The platform fetches nothing ahead of a launch, so there never is any data; the token is kept. */
export const backgroundFetchArea: LogicArea = (context) => ({
  setBackgroundFetchToken: hostFunction(context, 'setBackgroundFetchToken', { token: 'String' }),
  getBackgroundFetchToken: hostFunction(context, 'getBackgroundFetchToken'),
  getBackgroundFetchData: asyncFunction(
    'getBackgroundFetchData',
    ({ fetchType }) => {
      if (fetchType !== 'pre' && fetchType !== 'periodic')
        throw new ApiError('getBackgroundFetchData:fail fetchType should be pre or periodic')
      throw new ApiError('getBackgroundFetchData:fail record not found')
    },
    { fetchType: 'String' },
  ),
  onBackgroundFetchData: (listener: unknown) => void isFunction(listener),
  // Pages are prepared ahead in any case.
  preloadWebview: asyncFunction('preloadWebview', () => undefined, {}),
  preloadSkylineView: asyncFunction('preloadSkylineView', () => undefined, {}),
  preloadAssets: asyncFunction('preloadAssets', ({ data }) => context.call('preloadAssets', { data })),
})
