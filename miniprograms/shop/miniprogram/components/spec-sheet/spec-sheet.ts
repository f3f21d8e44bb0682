import type { Product, ProductOption, Variant } from '../../services/model'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

const nothing: Product = {
  id: '',
  category: '',
  name: '',
  line: '',
  picture: '',
  priceMinor: 0,
  wasMinor: null,
  sold: 0,
  tag: null,
  pictures: [],
  about: [],
  facts: [],
  options: [],
  variants: [],
}
const noVariant: Variant = { id: '', values: [], priceMinor: 0, stock: 0, picture: '' }

/** Chooses a variant and a quantity: tells every choice by `choose` and a button by `confirm`. */
Component({
  properties: {
    isOpen: Boolean,
    product: { type: Object, value: nothing },
  },
  data: {
    t: zh.product,
    quantityText: zh.common.quantity,
    variant: noVariant,
    label: '',
    quantity: 1,
    rows: rowsOf(nothing, []),
  },
  lifetimes: {
    attached() {
      const { product, common } = texts()
      this.setData({ t: product, quantityText: common.quantity })
    },
  },
  observers: {
    product(product: Product) {
      const first = product.variants.find((variant) => variant.stock > 0) ?? product.variants[0]
      if (first) this.show(product, first)
    },
  },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent) {
      const { option, value } = event.currentTarget.dataset
      const product = productOf(this.data.product)
      const wanted = this.data.variant.values.map((old, index) => (index === Number(option) ? String(value) : old))
      const variant = product.variants.find(({ values }) => values.every((id, index) => id === wanted[index]))
      if (variant) this.show(product, variant)
    },
    setQuantity(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.setData({ quantity: event.detail.value })
    },
    confirm(event: WechatMiniprogram.TouchEvent) {
      const { variant, label, quantity } = this.data
      if (variant.stock === 0) return
      this.triggerEvent('confirm', { action: event.currentTarget.dataset['action'], variant, label, quantity })
    },
    close() {
      this.triggerEvent('close')
    },
    show(product: Product, variant: Variant) {
      const label = labelOf(product.options, variant)
      const quantity = Math.max(1, Math.min(this.data.quantity, variant.stock))
      this.setData({ variant, label, quantity, rows: rowsOf(product, variant.values) })
      this.triggerEvent('choose', { variant, label })
    },
  },
})

function productOf(value: unknown): Product {
  return isProduct(value) ? value : nothing
}

function isProduct(value: unknown): value is Product {
  return typeof value === 'object' && value !== null && 'variants' in value
}

function labelOf(options: readonly ProductOption[], variant: Variant): string {
  const names = options.map(({ values }, index) => values.find(({ id }) => id === variant.values[index])?.name)
  return names.filter(Boolean).join(' · ')
}

/** The options as they are shown: a value is off when no variant with it and the other choices is in stock. */
function rowsOf(product: Product, chosen: readonly string[]) {
  return product.options.map((option, position) => ({
    id: option.id,
    name: option.name,
    values: option.values.map((value) => {
      const wanted = chosen.map((id, index) => (index === position ? value.id : id))
      const variant = product.variants.find(({ values }) => values.every((id, index) => id === wanted[index]))
      return { id: value.id, name: value.name, isOn: chosen[position] === value.id, isOff: (variant?.stock ?? 0) === 0 }
    }),
  }))
}
