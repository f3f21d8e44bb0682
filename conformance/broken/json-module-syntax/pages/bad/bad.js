const cities = require('./cities.json')
Page({ data: { cities } })
