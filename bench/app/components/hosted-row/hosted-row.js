const definition = require('../row/definition.js')

Component({ ...definition, options: { addGlobalClass: true } })
