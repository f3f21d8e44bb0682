import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

/**
 * Since 2022 WeChat shows everybody's anonymous profile here, and no data of groups or friends. Nothing is asked of the platform.
 * https://developers.weixin.qq.com/community/develop/doc/00022c683e8a80b29bed2142b56c01
 */
const texts: Readonly<Record<string, string>> = { userNickName: '微信用户' }

class OpenDataElement extends BuiltIn {
  override update(): void {
    const { element } = this
    element.replaceChildren()
    if (this.text('type') === 'userAvatarUrl') {
      const address = this.text('default-avatar')
      if (address !== '') void this.showPicture(address)
      element.setAttribute('role', 'img')
      return
    }
    element.removeAttribute('role')
    element.textContent = this.text('default-text', texts[this.text('type')] ?? '')
  }

  private async showPicture(address: string): Promise<void> {
    const url = await this.view.resources.load(address)
    if (url === undefined || this.text('default-avatar') !== address) return
    const picture = document.createElement('img')
    picture.alt = ''
    picture.src = url
    this.element.replaceChildren(picture)
  }
}

export const openData: BuiltInDefinition = {
  tag: 'open-data',
  attributes: ['type', 'open-gid', 'lang', 'default-text', 'default-avatar'],
  style:
    'wx-open-data{display:inline-block}wx-open-data[role=img]{min-width:1em;min-height:1em;background:var(--w-fill)}wx-open-data>img{display:block;width:100%;height:100%}',
  create: (element, view) => new OpenDataElement(element, view),
}
