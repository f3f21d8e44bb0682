/** `@vant/weapp`: every component lives and dies on a page that uses it. */
import { testComponentLibrary } from '../support/component-life.ts'
import { innerComponents, vantCases } from './vant-weapp.cases.ts'

testComponentLibrary({
  package: '@vant/weapp',
  folder: 'lib',
  prefix: 'van',
  size: 71,
  inner: innerComponents,
  cases: vantCases,
})
