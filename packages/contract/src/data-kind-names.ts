/** How kinds of personal data are called where people read of them. */
import type { DataKind } from './app-profile.ts'

const names: Readonly<Record<DataKind, { zh: string; en: string }>> = {
  userInfo: { zh: '昵称与头像', en: 'Name and picture' },
  phoneNumber: { zh: '手机号', en: 'Phone number' },
  location: { zh: '位置信息', en: 'Location' },
  address: { zh: '收货地址', en: 'Postal address' },
  invoice: { zh: '发票抬头', en: 'Invoice title' },
  albumRead: { zh: '选取的照片、视频与文件', en: 'Chosen photos, films and files' },
  albumWrite: { zh: '写入相册', en: 'Saving to the album' },
  camera: { zh: '摄像头', en: 'Camera' },
  microphone: { zh: '麦克风', en: 'Microphone' },
  bluetooth: { zh: '蓝牙', en: 'Bluetooth' },
  contacts: { zh: '通讯录', en: 'Contacts' },
  calendar: { zh: '日历', en: 'Calendar' },
  clipboard: { zh: '剪贴板', en: 'Clipboard' },
  steps: { zh: '运动步数', en: 'Step count' },
  motion: { zh: '运动传感器', en: 'Motion sensors' },
}

export const dataKindNames: ReadonlyMap<string, { zh: string; en: string }> = new Map(Object.entries(names))
