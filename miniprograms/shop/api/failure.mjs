const texts = {
  notFound: [404, '没有找到', 'Not found'],
  unknownCustomer: [401, '缺少顾客标识', 'The customer token is missing'],
  invalidBody: [400, '请求内容不正确', 'The request is not valid'],
  invalidLines: [422, '购物清单是空的或不正确', 'The list of goods is empty or not valid'],
  invalidAddress: [422, '收货信息不完整', 'The delivery address is incomplete'],
  keyMissing: [400, '缺少幂等键', 'The idempotency key is missing'],
  keyReused: [409, '同一个幂等键用在了不同的订单上', 'The idempotency key was used for a different order'],
  outOfStock: [409, '库存不足', 'Not enough in stock'],
  wrongState: [409, '订单现在不能这样操作', 'The order does not allow this now'],
  tooLarge: [413, '请求内容过大', 'The request is too large'],
}

/** What a caller can cause: it becomes an answer `{ code, message }` with its status. */
export class ShopFailure extends Error {
  constructor(code, detail) {
    super(code)
    this.code = code
    this.detail = detail
  }

  answer(language) {
    const [status, zh, en] = texts[this.code]
    return { status, body: { code: this.code, message: language === 'en' ? en : zh, detail: this.detail } }
  }
}
