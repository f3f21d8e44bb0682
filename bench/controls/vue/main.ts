import { createApp } from 'vue'
import App from './app.vue'

const root = document.createElement('div')
document.body.append(root)
createApp(App).mount(root)
