// What the demo shop sells. Prices of variants, stock and sales follow from the goods' rows without chance, so that two runs of the shop
// are the same.
import { goods } from './goods.mjs'

export const categories = [
  { id: 'tea', zh: '好茶', en: 'Tea', motif: 'caddy', palette: 'moss' },
  { id: 'teaware', zh: '茶具', en: 'Teaware', motif: 'teapot', palette: 'celadon' },
  { id: 'cups', zh: '杯盏', en: 'Cups', motif: 'cup', palette: 'sand' },
  { id: 'vases', zh: '花器', en: 'Vases', motif: 'vase', palette: 'indigo' },
  { id: 'table', zh: '食器', en: 'Tableware', motif: 'bowl', palette: 'amber' },
  { id: 'home', zh: '居家', en: 'Home', motif: 'candle', palette: 'rose' },
]

export const paletteNames = {
  celadon: { zh: '青瓷', en: 'Celadon' },
  moon: { zh: '月白', en: 'Moon white' },
  clay: { zh: '紫泥', en: 'Clay' },
  ink: { zh: '墨色', en: 'Ink' },
  amber: { zh: '琥珀', en: 'Amber' },
  indigo: { zh: '靛蓝', en: 'Indigo' },
  rose: { zh: '藕粉', en: 'Lotus' },
  bamboo: { zh: '竹色', en: 'Bamboo' },
  moss: { zh: '苔绿', en: 'Moss' },
  sand: { zh: '沙色', en: 'Sand' },
  plum: { zh: '梅紫', en: 'Plum' },
}

const sizes = {
  tea: [
    { id: '50g', zh: '50 克', en: '50 g', factor: 100 },
    { id: '100g', zh: '100 克', en: '100 g', factor: 185 },
    { id: '250g', zh: '250 克', en: '250 g', factor: 420 },
  ],
  size: [
    { id: 's', zh: '小号', en: 'Small', factor: 100 },
    { id: 'l', zh: '大号', en: 'Large', factor: 135 },
  ],
}
const packs = [
  { id: 'bag', zh: '袋装', en: 'Bag', extraMinor: 0 },
  { id: 'tin', zh: '罐装', en: 'Tin', extraMinor: 1200 },
]

const about = {
  tea: {
    zh: [
      '当季采制，到店后低温避光存放，接单后才分装，尽量让你喝到刚开封的味道。',
      '建议 90℃ 水温，头泡 20 秒，之后每泡加 5 秒。',
    ],
    en: [
      'Picked in season, kept cool and dark, and packed only after you order, so it tastes freshly opened.',
      'Brew at 90 °C: 20 seconds first, five more each time.',
    ],
    facts: [
      ['产地', 'Origin', '中国 福建 / 浙江 / 广东', 'Fujian, Zhejiang, Guangdong'],
      ['保质', 'Keeps', '18 个月', '18 months'],
      ['存放', 'Storage', '密封、避光、防潮', 'Sealed, dark and dry'],
    ],
  },
  teaware: {
    zh: ['由合作十年的小窑烧制，手工痕迹会让每一件略有不同，这不是瑕疵。', '首次使用前请用沸水煮五分钟。'],
    en: [
      'Fired by a small kiln we have worked with for ten years. Each piece differs a little; that is the hand, not a fault.',
      'Boil for five minutes before first use.',
    ],
    facts: [
      ['工艺', 'Craft', '手工拉坯', 'Hand-thrown'],
      ['容量', 'Volume', '150–260 毫升', '150–260 ml'],
      ['保养', 'Care', '清水冲洗，自然晾干', 'Rinse, then air-dry'],
    ],
  },
  cups: {
    zh: ['杯口修得很薄，入口轻；杯底略厚，放下稳。', '可进洗碗机，不建议用钢丝球。'],
    en: ['A thin lip for a light sip, a heavier foot to stand on.', 'Dishwasher-safe; please no steel wool.'],
    facts: [
      ['材质', 'Material', '高温瓷 / 高硼硅玻璃', 'Porcelain or borosilicate'],
      ['容量', 'Volume', '80–350 毫升', '80–350 ml'],
      ['保养', 'Care', '可机洗', 'Dishwasher-safe'],
    ],
  },
  vases: {
    zh: ['配一枝应季的枝条就够了：春桃、夏荷、秋枫、冬梅。', '瓶内上釉不渗水，换水时轻放。'],
    en: [
      'One branch in season is enough: peach, lotus, maple, plum.',
      'Glazed inside, so it does not weep. Set it down gently.',
    ],
    facts: [
      ['材质', 'Material', '陶土', 'Stoneware'],
      ['高度', 'Height', '12–40 厘米', '12–40 cm'],
      ['保养', 'Care', '软布擦拭', 'Wipe with a soft cloth'],
    ],
  },
  table: {
    zh: ['日常吃饭用的器物，耐磕、好洗、叠起来不占地方。', '可微波、可机洗；砂锅与木器除外。'],
    en: [
      'Made for every day: sturdy, easy to wash, and it stacks.',
      'Microwave and dishwasher-safe, except clay pots and wood.',
    ],
    facts: [
      ['材质', 'Material', '粗陶 / 楠竹', 'Stoneware or bamboo'],
      ['釉料', 'Glaze', '无铅食品级', 'Lead-free'],
      ['保养', 'Care', '避免骤冷骤热', 'Avoid sudden heat'],
    ],
  },
  home: {
    zh: ['选天然材料，颜色来自植物与泥土。', '手工染色，深浅会有细微差别。'],
    en: ['Natural materials, colours from plants and earth.', 'Dyed by hand: shades vary slightly.'],
    facts: [
      ['材质', 'Material', '大豆蜡 / 亚麻 / 藤', 'Soy wax, linen, rattan'],
      ['产地', 'Origin', '中国 贵州 / 浙江', 'Guizhou, Zhejiang'],
      ['保养', 'Care', '避免暴晒', 'Keep out of strong sun'],
    ],
  },
}

export const picturePath = (motif, palette, view = 'front') => `/assets/products/${motif}-${palette}-${view}.svg`

export const categoryPicture = (category) => picturePath(category.motif, category.palette, 'small')

/** A number from a text, the same on every run (FNV-1a). */
function numberOf(text) {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 16777619) >>> 0
  return hash
}

const roundMinor = (amountMinor) => Math.round(amountMinor / 100) * 100

function optionsOf(kind, palettes) {
  if (kind === 'tea') {
    return [
      { id: 'weight', zh: '净重', en: 'Weight', values: sizes.tea },
      { id: 'pack', zh: '包装', en: 'Pack', values: packs },
    ]
  }
  const colours = palettes.map((id) => ({ id, ...paletteNames[id], palette: id }))
  const colour = { id: 'colour', zh: '颜色', en: 'Colour', values: colours }
  return kind === 'size' ? [colour, { id: 'size', zh: '尺寸', en: 'Size', values: sizes.size }] : [colour]
}

function variantsOf(id, options, baseMinor, motif, palettes) {
  const combinations = options.reduce(
    (rest, option) => rest.flatMap((before) => option.values.map((value) => [...before, value])),
    [[]],
  )
  return combinations.map((values, index) => {
    const priceMinor = values.reduce(
      (sum, value) => roundMinor((sum * (value.factor ?? 100)) / 100) + (value.extraMinor ?? 0),
      baseMinor,
    )
    const variantId = `${id}.${values.map((value) => value.id).join('.')}`
    const draw = numberOf(variantId)
    // One variant in nine is sold out, so that the shop shows what that looks like; the first never is.
    const stock = index > 0 && draw % 9 === 0 ? 0 : 6 + (draw % 40)
    const palette = values.find((value) => value.palette)?.palette ?? palettes[0]
    return { id: variantId, values, priceMinor, stock, picture: picturePath(motif, palette) }
  })
}

function productOf(category, row, position) {
  const { id, name, line, motif, palettes, priceYuan, kind } = row
  const options = optionsOf(kind, palettes)
  const variants = variantsOf(id, options, priceYuan * 100, motif, palettes)
  const draw = numberOf(id)
  const pictures = [...palettes.map((palette) => picturePath(motif, palette)), picturePath(motif, palettes[0], 'scene')]
  return {
    id,
    category,
    name,
    line,
    motif,
    palettes,
    pictures,
    options,
    variants,
    priceMinor: Math.min(...variants.map((variant) => variant.priceMinor)),
    wasMinor: draw % 4 === 0 ? roundMinor(priceYuan * 125) : null,
    sold: 20 + (draw % 1900),
    tag: draw % 7 === 0 ? 'new' : draw % 5 === 0 ? 'hot' : null,
    recommended: position < 2,
    about: about[category],
  }
}

export function createProducts() {
  return goods.flatMap(({ category, rows }) => rows.map((row, position) => productOf(category, row, position)))
}

export const banners = [
  {
    id: 'spring',
    zh: ['一席春茶', '当季新茶，接单分装'],
    en: ['A table of spring tea', 'This season, packed to order'],
    target: { kind: 'category', id: 'tea' },
    picture: '/assets/banners/spring.svg',
  },
  {
    id: 'clay',
    zh: ['泥与火', '小窑手作茶具'],
    en: ['Clay and fire', 'Teaware from a small kiln'],
    target: { kind: 'category', id: 'teaware' },
    picture: '/assets/banners/clay.svg',
  },
  {
    id: 'moon',
    zh: ['月亮罐', '圆得不太完美'],
    en: ['The moon jar', 'Round, but not too round'],
    target: { kind: 'product', id: 'moon-jar' },
    picture: '/assets/banners/moon.svg',
  },
]
