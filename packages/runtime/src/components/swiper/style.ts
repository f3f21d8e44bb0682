export const swiperStyle = `
wx-swiper{display:block;height:150px;touch-action:pan-y}
wx-swiper[data-vertical]{touch-action:pan-x}
.wx-swiper-wrapper{position:relative;width:100%;height:100%;overflow:hidden;transform:translateZ(0)}
.wx-swiper-slides{position:absolute;top:0;right:0;bottom:0;left:0}
.wx-swiper-slide-frame{position:absolute;left:0;top:0;width:100%;height:100%;will-change:transform}
wx-swiper-item{display:block;position:absolute;left:0;top:0;width:100%;height:100%;overflow:hidden;will-change:transform}
.wx-swiper-dots{position:absolute;left:50%;bottom:10px;transform:translateX(-50%);white-space:nowrap;font-size:0;text-align:center;pointer-events:none}
.wx-swiper-dot{display:inline-block;width:8px;height:8px;border-radius:50%;margin:0 4px;background-color:rgba(0,0,0,.3);transition:background-color .2s}
.wx-swiper-dot-active{background-color:#000}
[data-vertical]>.wx-swiper-wrapper>.wx-swiper-dots{left:auto;right:10px;bottom:50%;transform:translateY(50%)}
[data-vertical]>.wx-swiper-wrapper>.wx-swiper-dots>.wx-swiper-dot{display:block;margin:6px 0}
`
