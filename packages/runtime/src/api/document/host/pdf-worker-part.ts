/** The library's own worker, run from a blob because the page may load nothing else as one. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
