/** Addresses of the platform's look; names and colours are settings. */
export const brandApiRoutes = {
  /** image bytes -> Setting */
  setBrandLogo: { method: 'PUT', path: '/api/v1/platform/brand/logo', access: { permission: 'platform.edit' } },
} as const
