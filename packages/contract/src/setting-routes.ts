/** Addresses of the settings, in their three scopes. */
const ofPlatform = '/api/v1/platform/settings'
const ofTeam = '/api/v1/settings'
const ofApp = '/api/v1/apps/{appId}/settings'

export const settingApiRoutes = {
  /** -> { items: Setting[] } */
  listPlatformSettings: { method: 'GET', path: ofPlatform, access: { permission: 'platform.read' } },
  /** SetSettingInput -> Setting */
  setPlatformSetting: { method: 'PUT', path: `${ofPlatform}/{key}`, access: { permission: 'platform.edit' } },
  /** SettingHistoryQuery -> { items: SettingChange[], nextCursor } */
  readPlatformSettingHistory: {
    method: 'GET',
    path: '/api/v1/platform/setting-history',
    access: { permission: 'platform.read' },
  },
  listTeamSettings: { method: 'GET', path: ofTeam, access: { permission: 'team.read' } },
  setTeamSetting: { method: 'PUT', path: `${ofTeam}/{key}`, access: { permission: 'settings.edit' } },
  readTeamSettingHistory: { method: 'GET', path: '/api/v1/setting-history', access: { permission: 'team.read' } },
  listAppSettings: { method: 'GET', path: ofApp, access: { permission: 'app.read', ofApp: true } },
  setAppSetting: { method: 'PUT', path: `${ofApp}/{key}`, access: { permission: 'app.edit', ofApp: true } },
} as const
