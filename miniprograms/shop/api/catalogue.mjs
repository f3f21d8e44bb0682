// The goods of the demo shop: sixty products in six categories. Everything else (prices of variants, stock, sales) is derived from
// these rows without chance, so that two runs of the shop are the same.

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

/** id, Chinese and English name, Chinese and English line, motif, palettes, price in yuan, kind of options. */
const rows = {
  tea: [
    ['silver-needle', '白毫银针', 'Silver Needle', '福鼎头采，清甜如泉', 'First flush, sweet as a spring', 'caddy', ['moon'], 168, 'tea'],
    ['phoenix-oolong', '凤凰单丛·鸭屎香', 'Phoenix Oolong', '高山老丛，花香绵长', 'Old bushes, long floral finish', 'pouch', ['amber'], 128, 'tea'],
    ['lapsang', '正山小种', 'Lapsang Souchong', '桐木关松烟，温润回甘', 'Pine smoke, warm and mellow', 'caddy', ['clay'], 98, 'tea'],
    ['iron-goddess', '安溪铁观音', 'Iron Goddess', '兰花香，七泡有余', 'Orchid notes through seven steeps', 'tin', ['moss'], 88, 'tea'],
    ['dragon-well', '西湖龙井·明前', 'Dragon Well', '豆香清鲜，一季一会', 'Chestnut-fresh, once a spring', 'tin', ['celadon'], 258, 'tea'],
    ['peel-white', '陈皮老白茶', 'Aged White with Peel', '三年新会皮，暖胃宜煮', 'Three-year peel, made for the kettle', 'pouch', ['sand'], 76, 'tea'],
    ['jasmine', '九窨茉莉', 'Nine-scented Jasmine', '伏天鲜花九次窨制', 'Scented nine times in high summer', 'caddy', ['rose'], 108, 'tea'],
    ['osmanthus', '桂花乌龙', 'Osmanthus Oolong', '一杯秋天', 'A cup of autumn', 'tin', ['amber'], 68, 'tea'],
    ['mandarin-puer', '小青柑熟普', 'Mandarin Pu-erh', '一颗一泡，随身的暖', 'One fruit, one pot', 'pouch', ['ink'], 82, 'tea'],
    ['rock-cinnamon', '武夷肉桂', 'Wuyi Cinnamon', '岩骨花香，炭火慢焙', 'Slow-roasted over charcoal', 'caddy', ['indigo'], 186, 'tea'],
  ],
  teaware: [
    ['gaiwan', '素白盖碗', 'Plain Gaiwan', '薄胎不烫手，出汤利落', 'Thin wall, clean pour', 'gaiwan', ['moon', 'celadon', 'rose'], 89, 'size'],
    ['side-teapot', '侧把急须壶', 'Side-handle Teapot', '一手可握，细孔滤茶', 'Fits one hand, strains by itself', 'kyusu', ['ink', 'clay', 'moss'], 168, 'colour'],
    ['celadon-teapot', '龙泉青瓷壶', 'Celadon Teapot', '梅子青釉，开片自然', 'Plum-green glaze that crackles with use', 'teapot', ['celadon', 'moon'], 268, 'size'],
    ['yixing-teapot', '紫泥石瓢壶', 'Yixing Teapot', '原矿紫泥，越养越润', 'Raw clay that mellows with years', 'teapot', ['clay', 'ink'], 399, 'colour'],
    ['fair-pitcher', '玻璃公道杯', 'Glass Fair Cup', '看得见的茶色', 'Tea in its true colour', 'pitcher', ['celadon', 'amber'], 45, 'size'],
    ['bamboo-tray', '竹编茶盘', 'Bamboo Tray', '储水防滑，收放轻巧', 'Holds the water, keeps the cups', 'tray', ['bamboo', 'ink'], 129, 'size'],
    ['iron-kettle', '南部铁壶', 'Iron Kettle', '煮水更软，手工砂铸', 'Sand-cast, softens the water', 'kettle', ['ink', 'clay'], 688, 'size'],
    ['travel-set', '随行茶具', 'Travel Tea Set', '一壶三杯，抽屉大小', 'One pot, three cups, one pouch', 'kyusu', ['celadon', 'sand'], 199, 'colour'],
    ['cold-pot', '冷泡壶', 'Cold-brew Pot', '睡前放茶，晨起即饮', 'Leaves at night, tea at dawn', 'pitcher', ['moon', 'moss'], 79, 'size'],
    ['gift-gaiwan', '喜鹊盖碗礼盒', 'Magpie Gaiwan Box', '一盖碗四杯，缎面礼盒', 'Gaiwan and four cups in silk', 'gaiwan', ['indigo', 'plum'], 328, 'colour'],
  ],
  cups: [
    ['master-cup', '主人杯', "Master's Cup", '每人都该有一只自己的', 'Everyone should own one', 'cup', ['celadon', 'sand', 'ink'], 58, 'colour'],
    ['morning-mug', '晨光马克杯', 'Morning Mug', '握感厚实，哑光釉', 'Solid in the hand, matte glaze', 'mug', ['amber', 'moon', 'indigo'], 69, 'size'],
    ['double-glass', '双层玻璃杯', 'Double-wall Glass', '隔热不烫，茶如悬浮', 'Cool outside, tea afloat inside', 'glass', ['celadon', 'amber'], 55, 'size'],
    ['bamboo-cup', '竹节杯', 'Bamboo-joint Cup', '一节一节，拿着就稳', 'Ridged for a sure grip', 'tumbler', ['moss', 'sand'], 48, 'colour'],
    ['lotus-cup', '莲瓣品茗杯', 'Lotus Tasting Cup', '四只一组，薄如蛋壳', 'Set of four, thin as eggshell', 'cup', ['rose', 'moon'], 96, 'colour'],
    ['office-tumbler', '滤茶随行杯', 'Infuser Tumbler', '茶水分离，久放不涩', 'Leaves and water part in time', 'tumbler', ['indigo', 'ink', 'rose'], 119, 'size'],
    ['espresso-cup', '小浓缩杯', 'Espresso Cup', '八十毫升的刚刚好', 'Eighty millilitres, exactly enough', 'mug', ['clay', 'celadon'], 39, 'colour'],
    ['sake-pair', '对饮小杯', 'Pair of Sippers', '一双入盒，送人正好', 'Two in a box, ready to give', 'cup', ['plum', 'indigo'], 88, 'colour'],
    ['latte-glass', '竖纹拿铁杯', 'Ribbed Latte Glass', '竖纹折光，冰饮也好看', 'Ribs that play with light', 'glass', ['rose', 'moon'], 42, 'size'],
    ['kids-mug', '小树马克杯', 'Sapling Mug', '双耳防摔，孩子的第一只杯', 'Two handles for small hands', 'mug', ['moss', 'rose'], 52, 'colour'],
  ],
  vases: [
    ['plum-vase', '梅瓶', 'Plum Vase', '一枝足矣', 'One branch is plenty', 'vase', ['celadon', 'indigo', 'moon'], 158, 'size'],
    ['bud-vase', '一支瓶', 'Bud Vase', '窗台上的一点颜色', 'A dot of colour on the sill', 'bottle', ['amber', 'rose', 'celadon'], 46, 'colour'],
    ['moon-jar', '月亮罐', 'Moon Jar', '圆得不太完美，才像月亮', 'Round, but not too round', 'jar', ['moon', 'sand'], 298, 'size'],
    ['rope-vase', '麻绳土陶瓶', 'Earthen Bottle', '粗陶本色，配枯枝最好', 'Raw earth for dry branches', 'bottle', ['clay', 'sand'], 86, 'size'],
    ['hanging-vase', '壁挂花器', 'Wall Vase', '一枚钉子，一面春天', 'One nail, one spring', 'vase', ['moss', 'ink'], 74, 'colour'],
    ['ikebana-bowl', '浅口花盘', 'Ikebana Bowl', '附剑山，插花入门', 'Comes with its kenzan', 'bowl', ['ink', 'celadon'], 138, 'size'],
    ['gourd-vase', '葫芦瓶', 'Gourd Vase', '福禄之形，案头小趣', 'An old wish in a new glaze', 'gourd', ['plum', 'amber', 'moss'], 112, 'colour'],
    ['tall-jar', '落地陶罐', 'Tall Floor Jar', '四十厘米，撑起一角', 'Forty centimetres for a bare corner', 'jar', ['clay', 'ink'], 368, 'size'],
    ['glass-bottle', '气泡玻璃瓶', 'Bubble Glass Bottle', '手工吹制，气泡各异', 'Blown by hand, no two alike', 'bottle', ['indigo', 'moss'], 65, 'colour'],
    ['twin-vase', '双生瓶', 'Twin Vases', '一高一矮，成对更好', 'One tall, one short, better together', 'gourd', ['moon', 'rose'], 176, 'colour'],
  ],
  table: [
    ['rice-bowl', '手捏饭碗', 'Rice Bowl', '一碗饭的刚好温度', 'Rice at just the right warmth', 'bowl', ['celadon', 'sand', 'rose'], 36, 'colour'],
    ['dinner-plate', '荷叶盘', 'Lotus Plate', '叶脉浅浮，菜色更鲜', 'Veins in low relief', 'plate', ['moss', 'moon'], 68, 'size'],
    ['soup-bowl', '面碗', 'Noodle Bowl', '大口深腹，汤面都好', 'Deep enough for a proper soup', 'bowl', ['ink', 'amber', 'indigo'], 59, 'size'],
    ['snack-plate', '茶点碟', 'Sweets Dish', '三只一组，茶席点睛', 'Set of three for the tea table', 'plate', ['rose', 'plum', 'celadon'], 48, 'colour'],
    ['clay-pot', '小砂锅', 'Clay Pot', '慢炖一锅，直接上桌', 'From the flame to the table', 'pot', ['clay', 'ink'], 148, 'size'],
    ['spoon-set', '木勺筷', 'Wooden Spoon & Chopsticks', '整木打磨，食用木蜡油', 'One piece of wood, food-safe wax', 'cutlery', ['bamboo', 'clay'], 32, 'colour'],
    ['serving-platter', '椭圆鱼盘', 'Fish Platter', '一尾整鱼的体面', 'Dignity for a whole fish', 'plate', ['indigo', 'sand'], 98, 'size'],
    ['sauce-jug', '酱汁壶', 'Sauce Jug', '收口不滴，一手可洗', 'Never drips, washes easily', 'pitcher', ['ink', 'sand'], 42, 'colour'],
    ['steam-pot', '汽锅', 'Steam Pot', '不加一滴水的鸡汤', 'Broth without a drop of water', 'pot', ['celadon', 'amber'], 238, 'size'],
    ['fruit-basket', '竹编果篮', 'Fruit Basket', '老匠人一天一只', 'One a day by an old hand', 'basket', ['bamboo', 'ink'], 116, 'size'],
  ],
  home: [
    ['tea-candle', '白茶蜡烛', 'White-tea Candle', '大豆蜡，四十小时', 'Soy wax, forty hours', 'candle', ['moon', 'celadon', 'rose'], 78, 'size'],
    ['incense', '沉香线香', 'Agarwood Incense', '一炷二十分钟', 'Twenty minutes a stick', 'incense', ['clay', 'ink'], 66, 'colour'],
    ['linen-towel', '亚麻茶巾', 'Linen Tea Cloth', '越洗越软', 'Softer with every wash', 'cloth', ['indigo', 'sand', 'moss'], 28, 'colour'],
    ['cushion', '蔺草坐垫', 'Rush Cushion', '夏天的清凉气味', 'Smells of cool summers', 'cushion', ['bamboo', 'moss'], 98, 'size'],
    ['table-runner', '扎染桌旗', 'Tie-dyed Runner', '板蓝根手染，各有花纹', 'Dyed by hand in real indigo', 'cloth', ['indigo', 'plum'], 136, 'size'],
    ['paper-lamp', '纸灯', 'Paper Lamp', '一团柔和的月光', 'A soft ball of moonlight', 'lamp', ['moon', 'amber'], 218, 'size'],
    ['osmanthus-candle', '桂花香薰', 'Osmanthus Candle', '留住十月', 'Keeps October a while', 'candle', ['amber', 'clay'], 88, 'size'],
    ['storage-basket', '藤编收纳篮', 'Rattan Basket', '零碎都有去处', 'A place for small things', 'basket', ['sand', 'bamboo'], 72, 'size'],
    ['incense-holder', '山形香插', 'Mountain Holder', '烟起处，似有云', 'Where smoke becomes cloud', 'incense', ['moss', 'indigo'], 58, 'colour'],
    ['velvet-cushion', '苔绒靠枕', 'Moss Cushion', '靠上去就不想起来', 'Lean back and stay a while', 'cushion', ['moss', 'plum', 'amber'], 108, 'colour'],
  ],
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
    zh: ['当季采制，到店后低温避光存放，接单后才分装，尽量让你喝到刚开封的味道。', '建议 90℃ 水温，头泡 20 秒，之后每泡加 5 秒。'],
    en: ['Picked in season, kept cool and dark, and packed only after you order, so it tastes freshly opened.', 'Brew at 90 °C: 20 seconds first, five more each time.'],
    facts: [['产地', 'Origin', '中国 福建 / 浙江 / 广东', 'Fujian, Zhejiang, Guangdong'], ['保质', 'Keeps', '18 个月', '18 months'], ['存放', 'Storage', '密封、避光、防潮', 'Sealed, dark and dry']],
  },
  teaware: {
    zh: ['由合作十年的小窑烧制，手工痕迹会让每一件略有不同，这不是瑕疵。', '首次使用前请用沸水煮五分钟。'],
    en: ['Fired by a small kiln we have worked with for ten years. Each piece differs a little; that is the hand, not a fault.', 'Boil for five minutes before first use.'],
    facts: [['工艺', 'Craft', '手工拉坯', 'Hand-thrown'], ['容量', 'Volume', '150–260 毫升', '150–260 ml'], ['保养', 'Care', '清水冲洗，自然晾干', 'Rinse, then air-dry']],
  },
  cups: {
    zh: ['杯口修得很薄，入口轻；杯底略厚，放下稳。', '可进洗碗机，不建议用钢丝球。'],
    en: ['A thin lip for a light sip, a heavier foot to stand on.', 'Dishwasher-safe; please no steel wool.'],
    facts: [['材质', 'Material', '高温瓷 / 高硼硅玻璃', 'Porcelain or borosilicate'], ['容量', 'Volume', '80–350 毫升', '80–350 ml'], ['保养', 'Care', '可机洗', 'Dishwasher-safe']],
  },
  vases: {
    zh: ['配一枝应季的枝条就够了：春桃、夏荷、秋枫、冬梅。', '瓶内上釉不渗水，换水时轻放。'],
    en: ['One branch in season is enough: peach, lotus, maple, plum.', 'Glazed inside, so it does not weep. Set it down gently.'],
    facts: [['材质', 'Material', '陶土', 'Stoneware'], ['高度', 'Height', '12–40 厘米', '12–40 cm'], ['保养', 'Care', '软布擦拭', 'Wipe with a soft cloth']],
  },
  table: {
    zh: ['日常吃饭用的器物，耐磕、好洗、叠起来不占地方。', '可微波、可机洗；砂锅与木器除外。'],
    en: ['Made for every day: sturdy, easy to wash, and it stacks.', 'Microwave and dishwasher-safe, except clay pots and wood.'],
    facts: [['材质', 'Material', '粗陶 / 楠竹', 'Stoneware or bamboo'], ['釉料', 'Glaze', '无铅食品级', 'Lead-free'], ['保养', 'Care', '避免骤冷骤热', 'Avoid sudden heat']],
  },
  home: {
    zh: ['选天然材料，颜色来自植物与泥土。', '手工染色，深浅会有细微差别。'],
    en: ['Natural materials, colours from plants and earth.', 'Dyed by hand: shades vary slightly.'],
    facts: [['材质', 'Material', '大豆蜡 / 亚麻 / 藤', 'Soy wax, linen, rattan'], ['产地', 'Origin', '中国 贵州 / 浙江', 'Guizhou, Zhejiang'], ['保养', 'Care', '避免暴晒', 'Keep out of strong sun']],
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
  const combinations = options.reduce((rest, option) => rest.flatMap((before) => option.values.map((value) => [...before, value])), [[]])
  return combinations.map((values, index) => {
    const priceMinor = values.reduce((sum, value) => roundMinor((sum * (value.factor ?? 100)) / 100) + (value.extraMinor ?? 0), baseMinor)
    const variantId = `${id}.${values.map((value) => value.id).join('.')}`
    const draw = numberOf(variantId)
    // One variant in nine is sold out, so that the shop shows what that looks like; the first never is.
    const stock = index > 0 && draw % 9 === 0 ? 0 : 6 + (draw % 40)
    const palette = values.find((value) => value.palette)?.palette ?? palettes[0]
    return { id: variantId, values, priceMinor, stock, picture: picturePath(motif, palette) }
  })
}

function productOf(category, row, position) {
  const [id, zh, en, zhLine, enLine, motif, palettes, priceYuan, kind] = row
  const options = optionsOf(kind, palettes)
  const variants = variantsOf(id, options, priceYuan * 100, motif, palettes)
  const draw = numberOf(id)
  const pictures = [...palettes.map((palette) => picturePath(motif, palette)), picturePath(motif, palettes[0], 'scene')]
  return {
    id,
    category,
    name: { zh, en },
    line: { zh: zhLine, en: enLine },
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
  return Object.entries(rows).flatMap(([category, list]) => list.map((row, position) => productOf(category, row, position)))
}

export const banners = [
  { id: 'spring', zh: ['一席春茶', '当季新茶，接单分装'], en: ['A table of spring tea', 'This season, packed to order'], target: { kind: 'category', id: 'tea' }, picture: '/assets/banners/spring.svg' },
  { id: 'clay', zh: ['泥与火', '小窑手作茶具'], en: ['Clay and fire', 'Teaware from a small kiln'], target: { kind: 'category', id: 'teaware' }, picture: '/assets/banners/clay.svg' },
  { id: 'moon', zh: ['月亮罐', '圆得不太完美'], en: ['The moon jar', 'Round, but not too round'], target: { kind: 'product', id: 'moon-jar' }, picture: '/assets/banners/moon.svg' },
]
