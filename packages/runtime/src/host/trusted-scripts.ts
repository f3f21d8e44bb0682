/**
 * Trusted Types, where a browser has them: a text becomes code or markup by the rules of one policy, and no second one can be made. Strings,
 * because the policy must stand before the first script of each document.
 */

/** For policies of content: whoever finds a hole finds no sink. */
export const trustedTypesDirectives = ["require-trusted-types-for 'script'", 'trusted-types default']

/** Markup is what has a tag; documents of a `DOMParser` run and load nothing. Nothing makes a script of a text. */
const createPolicy = (scriptUrl: string, markup: string) =>
  `self.trustedTypes&&trustedTypes.createPolicy("default",{createScriptURL:function(u){return ${scriptUrl}.test(u)?u:null},` +
  `createHTML:function(h,t,s){return h.indexOf("<")<0||/^DOMParser/.test(s)${markup}?h:null}});`

/** In a frame, scripts are bytes that the host gave. */
export const trustInFrames = createPolicy('/^blob:/', '')

/** How the HTML of every frame begins up to its policy, which the parser so reads before all else. */
const frameStart =
  '^<!doctype html><html lang="[\\w-]+"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\''

/** In the host page: the platform's own scripts too, and the frames, which nothing but their policy lets in. */
export const trustInHost = createPolicy(
  String.raw`/^(blob:|\/-\/)/`,
  `||s==="HTMLIFrameElement srcdoc"&&/${frameStart.replaceAll('/', String.raw`\/`)}/.test(h)`,
)
