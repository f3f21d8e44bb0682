/** The camera of a page: opened for its `<camera>`, worked by `wx.createCameraContext()`. The app gets pictures, never the stream. */
import type { AskMethods } from '../../host/later/ask-methods.ts'
import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readText } from '../../host/params.ts'
import { PageCamera } from './host/page-camera.ts'

/** Page -> its camera; WeChat lets a page have one. */
const cameras = new Map<number, PageCamera>()

export const cameraAsks: AskMethods = {
  camera({ port, page }, host) {
    if (port === undefined) return
    if (cameras.has(page.id)) {
      const detail = { errMsg: 'insertCamera:fail a page has one camera' }
      port.postMessage({ type: 'event', name: 'error', detail })
      return
    }
    const pageId = page.id
    const camera = new PageCamera(host, port, page.section, () => {
      if (cameras.get(pageId) === camera) cameras.delete(pageId)
    })
    cameras.set(pageId, camera)
    page.onClosed(() => camera.close())
  },
}

export const cameraHost: HostMethods = {
  createCameraContext(call) {
    const camera = cameras.get(call.pageId)
    if (camera === undefined) throw new HostFailure('fail no camera on this page')
    switch (readText(call.params, 'method')) {
      case 'takePhoto':
        return camera.takePhoto(call.params)
      case 'startRecord':
        return camera.startRecord(call)
      case 'stopRecord':
        return camera.stopRecord(call.params)
      case 'setZoom':
        return camera.setZoom(call.params)
      case 'frames':
        return camera.sendFrames(call)
      default:
        throw new HostFailure('fail not supported')
    }
  },
}
