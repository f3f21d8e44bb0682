import { addressById, addresses, removeAddress, saveAddress } from '../../../../services/addresses'
import { texts } from '../../../../text/texts'
import { zh } from '../../../../text/zh'
import { citiesOf, provinceNames, regionText } from '../../services/regions'

type Field = 'name' | 'phone' | 'region' | 'detail'

const noErrors: Readonly<Partial<Record<Field, string>>> = {}

Page({
  data: {
    t: zh.address,
    common: zh.common,
    id: '',
    name: '',
    phone: '',
    region: '',
    detail: '',
    isDefault: false,
    errors: noErrors,
    columns: [provinceNames, citiesOf(0)],
    at: [0, 0],
  },
  onLoad(query: { id?: string }) {
    const { address: words, common } = texts()
    this.setData({ t: words, common, isDefault: addresses().length === 0 })
    wx.setNavigationBarTitle({ title: query.id ? words.editTitle : words.add })
    const known = query.id ? addressById(query.id) : undefined
    if (!known) return
    const { id, name, phone, region, detail, isDefault } = known
    this.setData({ id, name, phone, region, detail, isDefault })
  },
  type(event: WechatMiniprogram.Input) {
    const field = String(event.currentTarget.dataset['field'])
    this.setData({ [field]: event.detail.value, [`errors.${field}`]: '' })
  },
  turnColumn(event: WechatMiniprogram.PickerColumnChange) {
    const { column, value } = event.detail
    if (column !== 0) return
    this.setData({ columns: [provinceNames, citiesOf(value)], at: [value, 0] })
  },
  chooseRegion(event: WechatMiniprogram.CustomEvent<{ value: readonly number[] }>) {
    const [province = 0, city = 0] = event.detail.value
    this.setData({ at: [province, city], region: regionText(province, city), 'errors.region': '' })
  },
  toggleDefault(event: WechatMiniprogram.SwitchChange) {
    this.setData({ isDefault: event.detail.value })
  },
  save() {
    const { t, id, name, phone, region, detail, isDefault } = this.data
    const errors = {
      ...(!name.trim() && { name: t.wrong.name }),
      ...(!/^1\d{10}$/.test(phone.trim()) && { phone: t.wrong.phone }),
      ...(!region && { region: t.wrong.region }),
      ...(detail.trim().length < 4 && { detail: t.wrong.detail }),
    }
    this.setData({ errors })
    if (Object.keys(errors).length > 0) return
    saveAddress({ name: name.trim(), phone: phone.trim(), region, detail: detail.trim(), isDefault }, id || undefined)
    wx.navigateBack()
  },
  async remove() {
    const { t, common, id } = this.data
    const { confirm } = await wx.showModal({
      title: t.removeAsk,
      confirmText: common.remove,
      cancelText: common.cancel,
      confirmColor: '#B3261E',
    })
    if (!confirm) return
    removeAddress(id)
    wx.navigateBack()
  },
})
