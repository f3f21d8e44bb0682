const definition = require('./definition.js')

// Without a node of its own, as the control's component.
Component({ ...definition, options: { addGlobalClass: true, virtualHost: true } })
