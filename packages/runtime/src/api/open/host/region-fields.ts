/** Province, city and district, each depending on the one before. */
import { element } from '../../../host/ui/dom.ts'
import type { OpenTexts } from '../../../host/later/open-texts.ts'
import type { Card } from './cards.ts'
import { optionOf } from './card-book.ts'

/** Code -> name: six digits each. */
export interface RegionTable {
  readonly province_list: Readonly<Record<string, string>>
  readonly city_list: Readonly<Record<string, string>>
  readonly county_list: Readonly<Record<string, string>>
}

export function createRegionFields(
  table: RegionTable,
  texts: OpenTexts,
  card: Card,
): { rows: readonly HTMLElement[]; read(): Card } {
  const province = element('select', { name: 'province' })
  const city = element('select', { name: 'city' })
  const county = element('select', { name: 'county' })
  const code = card.nationalCode ?? ''
  const fill = (select: HTMLSelectElement, list: Readonly<Record<string, string>>, prefix: string, chosen: string) => {
    const entries = Object.entries(list).filter(([each]) => each.startsWith(prefix))
    select.replaceChildren(...entries.map(([each, name]) => optionOf(each, name)))
    if (entries.some(([each]) => each === chosen)) select.value = chosen
  }
  const fillCounty = () => fill(county, table.county_list, city.value.slice(0, 4), code)
  const fillCity = () => {
    fill(city, table.city_list, province.value.slice(0, 2), `${code.slice(0, 4)}00`)
    fillCounty()
  }
  province.addEventListener('change', fillCity)
  city.addEventListener('change', fillCounty)
  fill(province, table.province_list, '', `${code.slice(0, 2)}0000`)
  fillCity()
  const row = (text: string, control: HTMLElement) => element('label', {}, element('span', {}, text), control)
  return {
    rows: [row(texts.province, province), row(texts.city, city), row(texts.county, county)],
    read: () => ({
      provinceName: table.province_list[province.value] ?? '',
      cityName: table.city_list[city.value] ?? '',
      countyName: table.county_list[county.value] ?? '',
      nationalCode: county.value || city.value || province.value,
    }),
  }
}
