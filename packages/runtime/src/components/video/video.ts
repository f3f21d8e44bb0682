import type { BuiltInDefinition } from '../../view/built-in.ts'
import { videoStyle } from './style.ts'
import { VideoElement } from './video-element.ts'

export const video: BuiltInDefinition = {
  tag: 'video',
  attributes:
    'src duration controls danmu-list danmu-btn enable-danmu autoplay loop muted initial-time page-gesture direction show-progress show-fullscreen-btn show-play-btn show-center-play-btn enable-progress-gesture object-fit poster show-mute-btn title play-btn-position enable-play-gesture auto-pause-if-navigate auto-pause-if-open-native vslide-gesture vslide-gesture-in-fullscreen show-bottom-progress show-screen-lock-button show-background-playback-button'.split(
      ' ',
    ),
  style: videoStyle,
  create: (element, view) => new VideoElement(element, view),
}
