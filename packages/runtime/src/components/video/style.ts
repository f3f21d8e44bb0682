/** WeChat's default size and colours of a video; the controls lie over the picture and what the app puts in lies over both. */
const fill = 'position:absolute;top:0;right:0;bottom:0;left:0'
const button =
  'appearance:none;-webkit-appearance:none;border:0;background:none;color:inherit;padding:0;margin:0;font:inherit;cursor:pointer;display:flex;align-items:center;justify-content:center'

export const videoStyle = [
  'wx-video{display:inline-block;position:relative;width:300px;height:225px;overflow:hidden;line-height:0}',
  `wx-video>.wx-video-stage{${fill};background:#000;color:#fff;font-size:14px;line-height:1.2;overflow:hidden;-webkit-user-select:none;user-select:none}`,
  'wx-video>.wx-video-stage.wx-video-pan{touch-action:pan-y}wx-video>.wx-video-stage.wx-video-still{touch-action:none}',
  `.wx-video-stage>video{${fill};width:100%;height:100%;object-fit:contain}`,
  `.wx-video-poster{${fill};background:#000 center/contain no-repeat}`,
  `.wx-video-slot{${fill};pointer-events:none;line-height:normal}.wx-video-slot>*{pointer-events:auto}`,
  'wx-video [hidden]{display:none!important}',
  `.wx-video-act{${button}}.wx-video-act:focus-visible,.wx-video-track:focus-visible{outline:2px solid #fff;outline-offset:-2px}`,
  '.wx-video-bar{position:absolute;left:0;right:0;bottom:0;height:44px;padding:0 10px;display:flex;align-items:center;gap:8px;background:linear-gradient(transparent,rgba(0,0,0,.6));box-sizing:border-box}',
  '.wx-video-bar .wx-video-act{width:28px;height:44px;flex:none}',
  '.wx-video-bar .wx-video-danmu-act{width:auto;padding:0 5px;height:22px;line-height:22px;border:1px solid currentColor;border-radius:5px;font-size:13px;opacity:.6}',
  '.wx-video-bar .wx-video-danmu-act[aria-pressed=true]{opacity:1;color:#48c23d}',
  '.wx-video-time{flex:none;font-size:14px;font-variant-numeric:tabular-nums}.wx-video-space{flex:1}',
  '.wx-video-track{flex:1;min-width:24px;height:44px;display:flex;align-items:center;cursor:pointer;touch-action:none}',
  '.wx-video-line{position:relative;width:100%;height:2px;border-radius:1px;background:rgba(255,255,255,.4)}',
  '.wx-video-line>i{position:absolute;left:0;top:0;height:100%;width:0;border-radius:1px;background:rgba(255,255,255,.7)}.wx-video-line>i+i{background:#fff}',
  '.wx-video-ball{position:absolute;top:50%;left:0;width:12px;height:12px;margin:-6px 0 0 -6px;border-radius:50%;background:#fff}',
  '.wx-video-thin{position:absolute;left:0;bottom:0;height:2px;width:0;background:#fff;opacity:.8}',
  `.wx-video-cover{${fill};display:flex;flex-direction:column;align-items:center;justify-content:center;gap:8px;pointer-events:none}`,
  '.wx-video-cover .wx-video-act{width:64px;height:64px;border-radius:50%;background:rgba(0,0,0,.4);pointer-events:auto}',
  '.wx-video-title{position:absolute;top:0;left:0;right:0;padding:12px 16px 24px;font-size:17px;background:linear-gradient(rgba(0,0,0,.6),transparent);white-space:nowrap;overflow:hidden;text-overflow:ellipsis;pointer-events:none}',
  '.wx-video-lock{position:absolute;left:12px;top:50%;margin-top:-22px;width:44px;height:44px;border-radius:50%;background:rgba(0,0,0,.4)}',
  '.wx-video-hint{position:absolute;top:50%;left:50%;transform:translate(-50%,-50%);padding:8px 14px;border-radius:8px;background:rgba(0,0,0,.7);font-size:16px;pointer-events:none;white-space:nowrap}',
  '.wx-video-wait{width:32px;height:32px;border-radius:50%;border:3px solid #fff;border-right-color:transparent;animation:wx-video-turn 900ms linear infinite}',
  '@keyframes wx-video-turn{to{transform:rotate(1turn)}}',
  '[data-reduced-motion] .wx-video-wait{animation-duration:3s}',
  `.wx-video-danmu{${fill};overflow:hidden;pointer-events:none}`,
  '.wx-video-danmu>span{position:absolute;left:100%;white-space:nowrap;font-size:16px;line-height:22px;text-shadow:0 1px 2px rgba(0,0,0,.8);animation:wx-video-pass 7s linear forwards}',
  '@keyframes wx-video-pass{to{transform:translateX(calc(-100% - var(--wx-video-width,100vw)))}}',
  '.wx-video-danmu.wx-video-paused>span{animation-play-state:paused}',
  'wx-video:fullscreen{width:100%!important;height:100%!important}wx-video:-webkit-full-screen{width:100%!important;height:100%!important}',
  'wx-video.wx-video-full{position:fixed!important;top:0!important;right:0!important;bottom:0!important;left:0!important;width:auto!important;height:auto!important;margin:0!important;z-index:99999}',
].join('')
