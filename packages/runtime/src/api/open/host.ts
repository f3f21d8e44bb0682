/** The user's own cards and the way to customer service. What is kept is handed over only when the user chooses it. */
import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { loadPartData } from '../../host/later/extra-parts.ts'
import { openTextsOf } from '../../host/later/open-texts.ts'
import { openSheet, sheetActions, sheetButton, sheetHead, sheetText } from '../../host/later/sheet.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { type CardBook, chooseCard } from './host/card-book.ts'
import { type Card, openCards } from './host/cards.ts'
import { createRegionFields, type RegionTable } from './host/region-fields.ts'

export const openHost: HostMethods = {
  async chooseAddress(_call, host) {
    return addressOf(await choose(host, addressBook(host)))
  },
  async chooseInvoiceTitle(_call, host) {
    return invoiceTitleOf(await choose(host, invoiceBook(host)))
  },
  async chooseLicensePlate(_call, host) {
    const { plateNumber = '' } = await choose(host, plateBook())
    return { plateNumber }
  },
  async openCustomerServiceChat({ params }, host) {
    const url =
      isRecord(params.extInfo) && typeof params.extInfo.url === 'string' ? URL.parse(params.extInfo.url) : null
    if (url?.protocol !== 'https:') throw new HostFailure('fail invalid extInfo.url')
    await openService(host, url)
  },
}

async function choose(host: HostContext, book: CardBook): Promise<Card> {
  const card = await chooseCard(host, book)
  if (card === undefined) throw new HostFailure('fail cancel')
  return card
}

function addressBook(host: HostContext): CardBook {
  return {
    title: 'chooseAddress',
    store: openCards('address'),
    fields: [
      { name: 'userName', label: 'userName', isRequired: true, autocomplete: 'name' },
      {
        ...{ name: 'telNumber', label: 'telNumber', isRequired: true, pattern: /^\+?[\d -]{5,20}$/ },
        ...{ inputMode: 'tel', autocomplete: 'tel' },
      },
      { name: 'detailInfo', label: 'detailInfo', isRequired: true, autocomplete: 'street-address' },
      { name: 'postalCode', label: 'postalCode', isRequired: false, pattern: /^\d{6}$/, inputMode: 'numeric' },
    ],
    summary: ({
      userName = '',
      telNumber = '',
      provinceName = '',
      cityName = '',
      countyName = '',
      detailInfo = '',
    }) => ({
      title: `${userName} ${telNumber}`,
      detail: [provinceName, cityName, countyName, detailInfo].join(' '),
    }),
    async extra(card) {
      return createRegionFields(await loadPartData<RegionTable>('regions'), openTextsOf(host.texts), card)
    },
  }
}

/** The fields of WeChat's success result. */
function addressOf(card: Card): Record<string, string> {
  const { userName = '', telNumber = '', postalCode = '', nationalCode = '', detailInfo = '' } = card
  const { provinceName = '', cityName = '', countyName = '' } = card
  return {
    ...{
      userName,
      postalCode,
      provinceName,
      cityName,
      countyName,
      streetName: '',
      detailInfo,
      detailInfoNew: detailInfo,
    },
    ...{ nationalCode, nationalCodeFull: nationalCode, telNumber },
  }
}

function invoiceBook(host: HostContext): CardBook {
  const texts = openTextsOf(host.texts)
  return {
    title: 'chooseInvoiceTitle',
    store: openCards('invoice-title'),
    fields: [
      {
        ...{ name: 'type', label: 'invoiceType', isRequired: true },
        options: [
          { value: '0', label: 'company' },
          { value: '1', label: 'person' },
        ],
      },
      { name: 'title', label: 'title', isRequired: true },
      { name: 'taxNumber', label: 'taxNumber', isRequired: false, pattern: /^[0-9A-Z]{15,20}$/i },
      { name: 'companyAddress', label: 'companyAddress', isRequired: false },
      { name: 'telephone', label: 'telephone', isRequired: false, inputMode: 'tel' },
      { name: 'bankName', label: 'bankName', isRequired: false },
      { name: 'bankAccount', label: 'bankAccount', isRequired: false, inputMode: 'numeric' },
    ],
    summary: ({ type = '', title = '', taxNumber = '' }) => ({
      title,
      detail: [type === '1' ? texts.person : texts.company, taxNumber].join(' '),
    }),
  }
}

function invoiceTitleOf(card: Card): Record<string, string> {
  const {
    type = '',
    title = '',
    taxNumber = '',
    companyAddress = '',
    telephone = '',
    bankName = '',
    bankAccount = '',
  } = card
  return { type, title, taxNumber, companyAddress, telephone, bankName, bankAccount }
}

function plateBook(): CardBook {
  return {
    title: 'chooseLicensePlate',
    store: openCards('license-plate'),
    fields: [{ name: 'plateNumber', label: 'plateNumber', isRequired: true, pattern: /^[\p{L}\d]{5,10}$/u }],
    summary: ({ plateNumber = '' }) => ({ title: plateNumber, detail: '' }),
  }
}

async function openService(host: HostContext, url: URL): Promise<void> {
  const texts = openTextsOf(host.texts)
  const isWanted = await openSheet<boolean>(host.root, {
    label: texts.service,
    dismissed: false,
    content: (finish) => [
      sheetHead(host, texts.service),
      sheetText(texts.serviceText),
      sheetText(url.host),
      sheetActions(
        sheetButton(texts.cancel, '', () => finish(false)),
        // Opened by the tap itself, or browsers would block the window.
        sheetButton(texts.openLink, 'go', () => {
          open(url, '_blank', 'noopener,noreferrer')
          finish(true)
        }),
      ),
    ],
  })
  if (!isWanted) throw new HostFailure('fail cancel')
}
