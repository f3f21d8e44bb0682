/** The templates of one package as the function that `PackageScript.templates` describes. */
import { TmplGroup } from 'glass-easel-template-compiler'
import type { MapSection, PackageWriter } from '../script/source-map.ts'

export interface TemplateChunk {
  /** Path without extension. */
  readonly path: string
  readonly generator: string
  /** Of its own scripts, by their lines in the generator. */
  readonly sections: readonly MapSection[]
}

export interface WxsChunk {
  readonly path: string
  readonly code: string
  readonly map: string
}

/**
 * Every template and wxs file is evaluated when it is first asked for, so that one that throws harms nobody else and the
 * launch page does not wait for the others. `G`, `R`, `D` and `Q` are the names that the template compiler generates.
 */
export function emitTemplates(
  templates: readonly TemplateChunk[],
  scripts: readonly WxsChunk[],
  out: PackageWriter,
): void {
  out.write(`function(){${helpers()}`)
  out.write(guardedCall)
  out.write('Q.A=$banyan.wxs.wrapChangeProp;Q.C=$banyan.wxs.wrapListener;')
  out.write('var getRegExp=$banyan.wxs.getRegExp,getDate=$banyan.wxs.getDate,$type=$banyan.wxs.typeOf;')
  out.write('var G={},R={};')
  out.write(lazyLoader)
  for (const { path, code, map } of scripts) {
    const name = JSON.stringify(path)
    out.write(`R[${name}]=D(${name},function(require,exports,module){\n`)
    out.write(`${code}\n});\n`, [{ line: 0, map }])
  }
  for (const { path, generator, sections } of templates) {
    out.write(`$lazy(${JSON.stringify(path)},function(){return `)
    out.write(`${generator}});\n`, sections)
  }
  out.write('return G}')
}

/** A WXS function that throws in an expression gives undefined, as in WeChat, and the rest of the template is shown. */
const guardedCall =
  'var P=function(f){return typeof f==="function"?(...a)=>{try{return f(...a)}catch(e){$banyan.wxs.fail("",e)}}:()=>{}};'

const lazyLoader = `
var $lazy=function(p,f){Object.defineProperty(G,p,{configurable:true,enumerable:true,get:function(){var v=f();Object.defineProperty(G,p,{value:v,enumerable:true});return v}})};
var D=function(p,f){var m;return function(){if(!m){m={exports:{}};try{f.call(undefined,function(r){return $require(p,r)},m.exports,m)}catch(e){$banyan.wxs.fail(p,e)}}return m.exports}};
var $require=function(p,r){var s=(r[0]==='/'?(/^(?:.*?\\/)?__plugin__\\/[^/]+/.exec(p)||[''])[0]+r:p.slice(0,p.lastIndexOf('/')+1)+r).replace(/\\.wxs$/,'').split('/'),n=[];
for(var i=0;i<s.length;i++){if(s[i]==='..')n.pop();else if(s[i]!==''&&s[i]!=='.')n.push(s[i])}
var f=R[n.join('/')];if(!f)throw new Error('no such wxs file: '+r);return f()};
`

let helperText: string | undefined
/** The helper that `guardedCall` replaces. */
const calledFunction = "var P=function(a){return typeof a==='function'?"

/** The compiler's own helper functions; a group without scripts does not bring its eager script loader. */
function helpers(): string {
  if (helperText !== undefined) return helperText
  const group = new TmplGroup()
  helperText = `${group.getRuntimeString().trim()};`
  group.free()
  if (!helperText.includes(calledFunction)) throw new Error('the template compiler names its helpers anew')
  return helperText
}
