// One product a line: id | Chinese name | English name | Chinese line | English line | motif | palettes | price in yuan | kind of options.
const table = {
  tea: `
silver-needle | 白毫银针 | Silver Needle | 福鼎头采，清甜如泉 | First flush, sweet as a spring | caddy | moon | 168 | tea
phoenix-oolong | 凤凰单丛·鸭屎香 | Phoenix Oolong | 高山老丛，花香绵长 | Old bushes, long floral finish | pouch | amber | 128 | tea
lapsang | 正山小种 | Lapsang Souchong | 桐木关松烟，温润回甘 | Pine smoke, warm and mellow | caddy | clay | 98 | tea
iron-goddess | 安溪铁观音 | Iron Goddess | 兰花香，七泡有余 | Orchid notes through seven steeps | tin | moss | 88 | tea
dragon-well | 西湖龙井·明前 | Dragon Well | 豆香清鲜，一季一会 | Chestnut-fresh, once a spring | tin | celadon | 258 | tea
peel-white | 陈皮老白茶 | Aged White with Peel | 三年新会皮，暖胃宜煮 | Three-year peel, made for the kettle | pouch | sand | 76 | tea
jasmine | 九窨茉莉 | Nine-scented Jasmine | 伏天鲜花九次窨制 | Scented nine times in high summer | caddy | rose | 108 | tea
osmanthus | 桂花乌龙 | Osmanthus Oolong | 一杯秋天 | A cup of autumn | tin | amber | 68 | tea
mandarin-puer | 小青柑熟普 | Mandarin Pu-erh | 一颗一泡，随身的暖 | One fruit, one pot | pouch | ink | 82 | tea
rock-cinnamon | 武夷肉桂 | Wuyi Cinnamon | 岩骨花香，炭火慢焙 | Slow-roasted over charcoal | caddy | indigo | 186 | tea
`,
  teaware: `
gaiwan | 素白盖碗 | Plain Gaiwan | 薄胎不烫手，出汤利落 | Thin wall, clean pour | gaiwan | moon celadon rose | 89 | size
side-teapot | 侧把急须壶 | Side-handle Teapot | 一手可握，细孔滤茶 | Fits one hand, strains by itself | kyusu | ink clay moss | 168 | colour
celadon-teapot | 龙泉青瓷壶 | Celadon Teapot | 梅子青釉，开片自然 | Plum-green glaze that crackles with use | teapot | celadon moon | 268 | size
yixing-teapot | 紫泥石瓢壶 | Yixing Teapot | 原矿紫泥，越养越润 | Raw clay that mellows with years | teapot | clay ink | 399 | colour
fair-pitcher | 玻璃公道杯 | Glass Fair Cup | 看得见的茶色 | Tea in its true colour | pitcher | celadon amber | 45 | size
bamboo-tray | 竹编茶盘 | Bamboo Tray | 储水防滑，收放轻巧 | Holds the water, keeps the cups | tray | bamboo ink | 129 | size
iron-kettle | 南部铁壶 | Iron Kettle | 煮水更软，手工砂铸 | Sand-cast, softens the water | kettle | ink clay | 688 | size
travel-set | 随行茶具 | Travel Tea Set | 一壶三杯，抽屉大小 | One pot, three cups, one pouch | kyusu | celadon sand | 199 | colour
cold-pot | 冷泡壶 | Cold-brew Pot | 睡前放茶，晨起即饮 | Leaves at night, tea at dawn | pitcher | moon moss | 79 | size
gift-gaiwan | 喜鹊盖碗礼盒 | Magpie Gaiwan Box | 一盖碗四杯，缎面礼盒 | Gaiwan and four cups in silk | gaiwan | indigo plum | 328 | colour
`,
  cups: `
master-cup | 主人杯 | Master's Cup | 每人都该有一只自己的 | Everyone should own one | cup | celadon sand ink | 58 | colour
morning-mug | 晨光马克杯 | Morning Mug | 握感厚实，哑光釉 | Solid in the hand, matte glaze | mug | amber moon indigo | 69 | size
double-glass | 双层玻璃杯 | Double-wall Glass | 隔热不烫，茶如悬浮 | Cool outside, tea afloat inside | glass | celadon amber | 55 | size
bamboo-cup | 竹节杯 | Bamboo-joint Cup | 一节一节，拿着就稳 | Ridged for a sure grip | tumbler | moss sand | 48 | colour
lotus-cup | 莲瓣品茗杯 | Lotus Tasting Cup | 四只一组，薄如蛋壳 | Set of four, thin as eggshell | cup | rose moon | 96 | colour
office-tumbler | 滤茶随行杯 | Infuser Tumbler | 茶水分离，久放不涩 | Leaves and water part in time | tumbler | indigo ink rose | 119 | size
espresso-cup | 小浓缩杯 | Espresso Cup | 八十毫升的刚刚好 | Eighty millilitres, exactly enough | mug | clay celadon | 39 | colour
sake-pair | 对饮小杯 | Pair of Sippers | 一双入盒，送人正好 | Two in a box, ready to give | cup | plum indigo | 88 | colour
latte-glass | 竖纹拿铁杯 | Ribbed Latte Glass | 竖纹折光，冰饮也好看 | Ribs that play with light | glass | rose moon | 42 | size
kids-mug | 小树马克杯 | Sapling Mug | 双耳防摔，孩子的第一只杯 | Two handles for small hands | mug | moss rose | 52 | colour
`,
  vases: `
plum-vase | 梅瓶 | Plum Vase | 一枝足矣 | One branch is plenty | vase | celadon indigo moon | 158 | size
bud-vase | 一支瓶 | Bud Vase | 窗台上的一点颜色 | A dot of colour on the sill | bottle | amber rose celadon | 46 | colour
moon-jar | 月亮罐 | Moon Jar | 圆得不太完美，才像月亮 | Round, but not too round | jar | moon sand | 298 | size
rope-vase | 麻绳土陶瓶 | Earthen Bottle | 粗陶本色，配枯枝最好 | Raw earth for dry branches | bottle | clay sand | 86 | size
hanging-vase | 壁挂花器 | Wall Vase | 一枚钉子，一面春天 | One nail, one spring | vase | moss ink | 74 | colour
ikebana-bowl | 浅口花盘 | Ikebana Bowl | 附剑山，插花入门 | Comes with its kenzan | bowl | ink celadon | 138 | size
gourd-vase | 葫芦瓶 | Gourd Vase | 福禄之形，案头小趣 | An old wish in a new glaze | gourd | plum amber moss | 112 | colour
tall-jar | 落地陶罐 | Tall Floor Jar | 四十厘米，撑起一角 | Forty centimetres for a bare corner | jar | clay ink | 368 | size
glass-bottle | 气泡玻璃瓶 | Bubble Glass Bottle | 手工吹制，气泡各异 | Blown by hand, no two alike | bottle | indigo moss | 65 | colour
twin-vase | 双生瓶 | Twin Vases | 一高一矮，成对更好 | One tall, one short, better together | gourd | moon rose | 176 | colour
`,
  table: `
rice-bowl | 手捏饭碗 | Rice Bowl | 一碗饭的刚好温度 | Rice at just the right warmth | bowl | celadon sand rose | 36 | colour
dinner-plate | 荷叶盘 | Lotus Plate | 叶脉浅浮，菜色更鲜 | Veins in low relief | plate | moss moon | 68 | size
soup-bowl | 面碗 | Noodle Bowl | 大口深腹，汤面都好 | Deep enough for a proper soup | bowl | ink amber indigo | 59 | size
snack-plate | 茶点碟 | Sweets Dish | 三只一组，茶席点睛 | Set of three for the tea table | plate | rose plum celadon | 48 | colour
clay-pot | 小砂锅 | Clay Pot | 慢炖一锅，直接上桌 | From the flame to the table | pot | clay ink | 148 | size
spoon-set | 木勺筷 | Wooden Spoon & Chopsticks | 整木打磨，食用木蜡油 | One piece of wood, food-safe wax | cutlery | bamboo clay | 32 | colour
serving-platter | 椭圆鱼盘 | Fish Platter | 一尾整鱼的体面 | Dignity for a whole fish | plate | indigo sand | 98 | size
sauce-jug | 酱汁壶 | Sauce Jug | 收口不滴，一手可洗 | Never drips, washes easily | pitcher | ink sand | 42 | colour
steam-pot | 汽锅 | Steam Pot | 不加一滴水的鸡汤 | Broth without a drop of water | pot | celadon amber | 238 | size
fruit-basket | 竹编果篮 | Fruit Basket | 老匠人一天一只 | One a day by an old hand | basket | bamboo ink | 116 | size
`,
  home: `
tea-candle | 白茶蜡烛 | White-tea Candle | 大豆蜡，四十小时 | Soy wax, forty hours | candle | moon celadon rose | 78 | size
incense | 沉香线香 | Agarwood Incense | 一炷二十分钟 | Twenty minutes a stick | incense | clay ink | 66 | colour
linen-towel | 亚麻茶巾 | Linen Tea Cloth | 越洗越软 | Softer with every wash | cloth | indigo sand moss | 28 | colour
cushion | 蔺草坐垫 | Rush Cushion | 夏天的清凉气味 | Smells of cool summers | cushion | bamboo moss | 98 | size
table-runner | 扎染桌旗 | Tie-dyed Runner | 板蓝根手染，各有花纹 | Dyed by hand in real indigo | cloth | indigo plum | 136 | size
paper-lamp | 纸灯 | Paper Lamp | 一团柔和的月光 | A soft ball of moonlight | lamp | moon amber | 218 | size
osmanthus-candle | 桂花香薰 | Osmanthus Candle | 留住十月 | Keeps October a while | candle | amber clay | 88 | size
storage-basket | 藤编收纳篮 | Rattan Basket | 零碎都有去处 | A place for small things | basket | sand bamboo | 72 | size
incense-holder | 山形香插 | Mountain Holder | 烟起处，似有云 | Where smoke becomes cloud | incense | moss indigo | 58 | colour
velvet-cushion | 苔绒靠枕 | Moss Cushion | 靠上去就不想起来 | Lean back and stay a while | cushion | moss plum amber | 108 | colour
`,
}

/** Category -> its products as written above. */
export const goods = Object.entries(table).map(([category, text]) => ({
  category,
  rows: text.trim().split('\n').map(parseRow),
}))

function parseRow(line) {
  const [id, zh, en, zhLine, enLine, motif, palettes, priceYuan, kind] = line.split(' | ')
  return {
    id,
    name: { zh, en },
    line: { zh: zhLine, en: enLine },
    motif,
    palettes: palettes.split(' '),
    priceYuan: Number(priceYuan),
    kind,
  }
}
