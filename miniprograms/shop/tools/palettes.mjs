/** Colours of a glaze: background, light side, body, shaded side, and what is drawn on it. */
export const palettes = {
  celadon: { back: '#e1eeea', light: '#c3dfd4', body: '#9ac5b5', shade: '#6f9f8f', mark: '#3f6f60' },
  moon: { back: '#e9ede8', light: '#ffffff', body: '#f6f5ef', shade: '#d2d5ca', mark: '#8fa79b' },
  clay: { back: '#f2e6de', light: '#bd8a6e', body: '#9d664c', shade: '#744431', mark: '#4e2c1e' },
  ink: { back: '#e5e9e6', light: '#64746e', body: '#414f4a', shade: '#29332f', mark: '#c79a5b' },
  amber: { back: '#f8ecd9', light: '#f1c68b', body: '#dfa555', shade: '#b77b30', mark: '#7a4c12' },
  indigo: { back: '#e3eaf1', light: '#86a1c1', body: '#5a7aa1', shade: '#3b5677', mark: '#e8dcc2' },
  rose: { back: '#f7e9e5', light: '#f3d3ca', body: '#e3afa3', shade: '#c08376', mark: '#8a4e44' },
  bamboo: { back: '#f1eedd', light: '#e0d09a', body: '#c8b270', shade: '#9d8749', mark: '#6a5926' },
  moss: { back: '#e9efdf', light: '#adbf8d', body: '#879e63', shade: '#5f7443', mark: '#3c4b26' },
  sand: { back: '#f4ede2', light: '#e9dbc5', body: '#d2bf9f', shade: '#ab9573', mark: '#6e5b3d' },
  plum: { back: '#f0e6ed', light: '#b08ba7', body: '#8b6483', shade: '#68455f', mark: '#ecd8b9' },
}
