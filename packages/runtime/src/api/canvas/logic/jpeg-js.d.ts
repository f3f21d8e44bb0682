/** The encoder alone: the package's own types are for its door, which brings the decoder along. */
declare module 'jpeg-js/lib/encoder.js' {
  export default function encode(
    picture: { data: Uint8ClampedArray; width: number; height: number },
    quality: number,
  ): { data: Uint8Array }
}
