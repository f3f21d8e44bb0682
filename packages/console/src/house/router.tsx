/** One route for each route of a feature, fetched when it is first opened. */
import { createRootRoute, createRoute, createRouter, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Feature } from './feature.ts'
import { RoutePage } from './route-page.tsx'
import { Shell } from './shell.tsx'
import { Failure, Waiting } from './states.tsx'
import { NotFound } from './not-found.tsx'

export function createConsoleRouter(features: readonly Feature[]) {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
  const routes = features.flatMap((feature) =>
    feature.routes.map((route) => {
      const Page = lazy(async () => ({ default: (await route.page()).Page }))
      return createRoute({
        getParentRoute: () => root,
        path: route.path,
        component: () => (
          <RoutePage feature={feature} route={route}>
            <Suspense fallback={<Waiting />}>
              <Page />
            </Suspense>
          </RoutePage>
        ),
        // Fetched while the pointer is still on its way to the link.
        loader: async () => void (await route.page()),
        pendingComponent: Waiting,
        errorComponent: ({ error }) => <Failure error={error} />,
      })
    }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: '/console',
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

/** A parameter of the address; empty where the route has none of this name. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return params[name] ?? ''
}
