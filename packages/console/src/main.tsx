/** Starts the console in the page that the server sends. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ApiError } from '@banyan/sdk'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { features } from './features.ts'
import { BrandProvider } from './house/brand.tsx'
import { FeaturesProvider } from './house/features.ts'
import './house/house.css'
import { startLanguage } from './house/language.ts'
import { createConsoleRouter } from './house/router.tsx'
import { SessionGate } from './house/session.tsx'
import { giveStylesNonce } from './house/style-nonce.ts'
import { nonceOfPage, ThemeProvider } from './house/theme.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the server has refused it refuses again.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
})

giveStylesNonce(nonceOfPage())
await startLanguage(features)
const place = document.querySelector('#console')
if (!place) throw new Error('The page has no place for the console')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <BrandProvider>
        <ThemeProvider>
          <SessionGate>
            <FeaturesProvider value={features}>
              <RouterProvider router={createConsoleRouter(features)} />
            </FeaturesProvider>
          </SessionGate>
        </ThemeProvider>
      </BrandProvider>
    </QueryClientProvider>
  </StrictMode>,
)
