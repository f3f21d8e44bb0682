/** Provinces and cities to choose from. A shop that delivers by district takes `<picker mode="region">` or its carrier's table. */
const table = `北京市:北京市
天津市:天津市
上海市:上海市
重庆市:重庆市
河北省:石家庄市 唐山市 秦皇岛市 邯郸市 保定市 廊坊市
山西省:太原市 大同市 长治市 晋中市 临汾市
内蒙古:呼和浩特市 包头市 赤峰市 鄂尔多斯市
辽宁省:沈阳市 大连市 鞍山市 锦州市
吉林省:长春市 吉林市 四平市 延边州
黑龙江省:哈尔滨市 齐齐哈尔市 大庆市 牡丹江市
江苏省:南京市 无锡市 徐州市 常州市 苏州市 南通市 扬州市 镇江市
浙江省:杭州市 宁波市 温州市 嘉兴市 湖州市 绍兴市 金华市 台州市 丽水市
安徽省:合肥市 芜湖市 安庆市 黄山市 阜阳市
福建省:福州市 厦门市 泉州市 漳州市 莆田市 南平市 龙岩市 宁德市
江西省:南昌市 景德镇市 九江市 赣州市 上饶市
山东省:济南市 青岛市 淄博市 烟台市 潍坊市 威海市 临沂市
河南省:郑州市 开封市 洛阳市 新乡市 南阳市
湖北省:武汉市 宜昌市 襄阳市 荆州市 黄冈市
湖南省:长沙市 株洲市 衡阳市 岳阳市 常德市
广东省:广州市 深圳市 珠海市 汕头市 佛山市 东莞市 中山市 潮州市
广西:南宁市 柳州市 桂林市 北海市
海南省:海口市 三亚市 儋州市
四川省:成都市 绵阳市 乐山市 宜宾市 雅安市
贵州省:贵阳市 遵义市 安顺市 黔东南州
云南省:昆明市 大理州 丽江市 普洱市 西双版纳州
西藏:拉萨市 日喀则市 林芝市
陕西省:西安市 宝鸡市 咸阳市 汉中市
甘肃省:兰州市 天水市 酒泉市
青海省:西宁市 海东市
宁夏:银川市 吴忠市
新疆:乌鲁木齐市 喀什地区 伊犁州
香港:香港
澳门:澳门
台湾:台北市 新北市 台中市 高雄市`

const provinces = table.split('\n').map((row) => {
  const [name = '', cities = ''] = row.split(':')
  return { name, cities: cities.split(' ') }
})

export const provinceNames: readonly string[] = provinces.map(({ name }) => name)

export function citiesOf(province: number): readonly string[] {
  return provinces[province]?.cities ?? []
}

/** `浙江省 杭州市`; a province that is its own city stands once. */
export function regionText(province: number, city: number): string {
  const names = [provinceNames[province], citiesOf(province)[city]]
  return [...new Set(names)].join(' ')
}
