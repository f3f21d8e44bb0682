const ui = 'system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif'

/** Of the map's inner elements, for frames and for the host's own pages. `.wx-map` is whatever holds a map. */
export const mapStyle = [
  '.wx-map{overflow:hidden;isolation:isolate;-webkit-user-select:none;user-select:none;cursor:grab}',
  '.wx-map:active{cursor:grabbing}',
  '.wx-map:focus{outline:none}.wx-map:focus-visible{box-shadow:inset 0 0 0 2px #07c160}',
  '.wx-map-ground,.wx-map-drawing,.wx-map-markers,.wx-map-controls{position:absolute;top:0;right:0;bottom:0;left:0}',
  '.wx-map-drawing{width:100%;height:100%;pointer-events:none}',
  '.wx-map-markers,.wx-map-controls{pointer-events:none}',
  '.wx-map-marker{position:absolute;top:0;left:0;width:0;height:0}',
  '.wx-map-marker[hidden],.wx-map-user[hidden],.wx-map-compass[hidden],.wx-map-scale[hidden]{display:none}',
  '.wx-map-marker-icon{position:absolute;pointer-events:auto;cursor:pointer}',
  '.wx-map-marker-icon>*{display:block;width:100%;height:100%}',
  `.wx-map-callout,.wx-map-label{position:absolute;width:max-content;max-width:280px;white-space:pre-wrap;line-height:1.4;font-family:${ui};pointer-events:auto;cursor:pointer}`,
  '.wx-map-callout{top:0;left:0;box-shadow:0 1px 6px rgba(0,0,0,.25)}',
  '.wx-map-callout::after{content:"";position:absolute;left:50%;bottom:-6px;margin-left:-6px;border:6px solid transparent;border-bottom-width:0;border-top-color:var(--wx-callout-background,#fff)}',
  `.wx-map-cluster{position:absolute;top:0;left:0;min-width:36px;height:36px;border-radius:18px;border:2px solid #fff;box-sizing:border-box;background:#07c160;color:#fff;font:600 14px/32px ${ui};text-align:center;pointer-events:auto;cursor:pointer}`,
  '.wx-map-control{position:absolute}.wx-map-control[data-clickable]{pointer-events:auto;cursor:pointer}',
  '.wx-map-control>img{display:block;width:100%;height:100%}',
  '.wx-map-compass{position:absolute;top:10px;left:10px;width:32px;height:32px;border-radius:50%;background:#fff;box-shadow:0 1px 4px rgba(0,0,0,.3);pointer-events:auto;cursor:pointer}',
  '.wx-map-compass::before{content:"";position:absolute;left:12px;top:4px;border:4px solid transparent;border-top-width:0;border-bottom:12px solid #f04b3c}',
  '.wx-map-compass::after{content:"";position:absolute;left:12px;bottom:4px;border:4px solid transparent;border-bottom-width:0;border-top:12px solid #b2b2b2}',
  `.wx-map-scale{position:absolute;left:10px;bottom:8px;border:1px solid currentColor;border-top:0;height:5px;color:#555;font:10px/1 ${ui};text-align:center;line-height:0;box-sizing:border-box}`,
  '.wx-map-user{position:absolute;top:0;left:0;width:18px;height:18px;border-radius:50%;background:#2f83ff center/contain no-repeat;border:3px solid #fff;box-sizing:border-box;box-shadow:0 0 6px rgba(0,0,0,.35);pointer-events:none}',
  '.wx-map-user[data-own]{background-color:transparent;border:0;box-shadow:none;width:24px;height:24px;border-radius:0}',
  '.wx-map-user[data-heading]:not([data-own])::before{content:"";position:absolute;left:1px;top:-11px;border:5px solid transparent;border-top-width:0;border-bottom:7px solid #2f83ff}',
].join('')
