import { appearanceChoice, dressBars, type Appearance } from '../../services/appearance'

/** The frame of every page: its colour variables, for the device's theme or the chosen one. */
Component({
  data: { appearance: appearanceChoice() },
  lifetimes: {
    attached() {
      this.dress()
    },
  },
  pageLifetimes: {
    show() {
      this.dress()
    },
  },
  methods: {
    dress() {
      const appearance: Appearance = appearanceChoice()
      if (appearance !== this.data.appearance) this.setData({ appearance })
      dressBars()
    },
  },
})
