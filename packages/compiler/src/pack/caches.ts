/** The results that a compiler keeps from build to build, by kind. */
import type { App } from '../config/app-config.ts'
import type { JsonFile } from '../config/json-file.ts'
import type { Project } from '../config/project.ts'
import type { CompiledScript } from '../script/compile-script.ts'
import type { CompiledTemplate } from '../wxml/compile-template.ts'
import type { CompiledWxs } from '../wxml/compile-wxs.ts'
import type { CompiledStyle } from '../wxss/compile-style.ts'
import { Traces, type Results } from './traces.ts'

export interface Caches {
  readonly traces: Traces
  readonly app: Results<App>
  readonly json: Results<JsonFile | undefined>
  readonly scripts: Results<CompiledScript>
  readonly jsonModules: Results<string>
  readonly templates: Results<CompiledTemplate>
  readonly wxs: Results<CompiledWxs>
  readonly styles: Results<CompiledStyle>
}

export function openCaches(): Caches {
  const traces = new Traces()
  return {
    traces,
    app: traces.kind('app'),
    json: traces.kind('json'),
    scripts: traces.kind('script'),
    jsonModules: traces.kind('jsonModule'),
    templates: traces.kind('template'),
    wxs: traces.kind('wxs'),
    styles: traces.kind('style'),
  }
}

/** project.config.json lies outside of the mini-program: its results see other files. */
export function openProjectCache(): { readonly traces: Traces; readonly project: Results<Project> } {
  const traces = new Traces()
  return { traces, project: traces.kind('project') }
}
