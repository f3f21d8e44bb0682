/**
 * In development a package's script carries what tells the places of its lines in the app's own files, so that the worker can name them in
 * error texts before anybody sees these. What is released has none of it.
 */
import type { MapSection } from './source-map.ts'

/** A JavaScript expression: `PackageScript.mapStack`. */
export function emitStackMapper(sections: readonly MapSection[]): string {
  const places = sections.flatMap(({ line, map }) => {
    if (map === '') return []
    const { sources, mappings }: { sources: readonly string[]; mappings: string } = JSON.parse(map)
    return [[line, sources[0] ?? '', mappings] as const]
  })
  return `${stackMapper}(new Error().stack,${JSON.stringify(places)})`
}

/**
 * `here` is a stack of the script itself and tells the address that the engine knows it by. Sections are decoded when an error first needs
 * one. The fields of a segment: generated column, source, line, column.
 */
const stackMapper = `(function(here,places){
var own=/([^\\s()@]+):\\d+:\\d+\\)?$/m.exec(here||""),digits="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
if(!own)return undefined;
var decode=function(place){if(place[3])return place[3];var line=0,column=0;
return place[3]=place[2].split(";").map(function(text){var generated=0;return text===""?[]:text.split(",").map(function(segment){
var values=[],value=0,shift=0;for(var i=0;i<segment.length;i++){var digit=digits.indexOf(segment[i]);value+=(digit&31)<<shift;
if(digit&32)shift+=5;else{values.push(value&1?-(value>>1):value>>1);value=shift=0}}
generated+=values[0];line+=values[2]||0;column+=values[3]||0;return[generated,line,column]})})};
var pattern=new RegExp(own[1].replace(/[.*+?^$(){}|[\\]\\\\]/g,"\\\\$&")+":(\\\\d+)(?::(\\\\d+))?","g");
return function(stack){return stack.replace(pattern,function(found,lineText,columnText){
var line=lineText-1,column=(columnText||1)-1,place,best;
for(var i=0;i<places.length&&places[i][0]<=line;i++)place=places[i];
var segments=place&&decode(place)[line-place[0]];if(!segments||!segments.length)return found;
best=segments[0];for(var j=0;j<segments.length&&segments[j][0]<=column;j++)best=segments[j];
return place[1]+":"+(best[1]+1)+":"+(best[2]+1)})}})`
