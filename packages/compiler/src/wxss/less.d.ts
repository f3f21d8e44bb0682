/** The part of Less that the compiler uses; the package has no declarations of its own. */
declare module 'less' {
  interface RenderOptions {
    filename: string
    paths: string[]
    javascriptEnabled: boolean
  }
  const less: { render(source: string, options: RenderOptions): Promise<{ css: string; imports: string[] }> }
  export default less
}
