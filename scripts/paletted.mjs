// Square pictures of few colours as PNGs with a palette: a quarter smaller than with the colour of every pixel.

import { deflateSync } from 'node:zlib';

/** What every PNG begins with. */
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/**
 * A square picture as a PNG.
 * @param {number[]} pixels red, green, blue and opacity of each
 * @param {number} size pixels in a row
 * @returns {Buffer}
 */
export function paletted(pixels, size) {
  const colours = Array.from({ length: size * size }, (_, at) => Buffer.from(pixels.slice(4 * at, 4 * at + 4)).toString('hex'));
  const opacity = (/** @type {string} */ colour) => parseInt(colour.slice(6), 16);
  // Those that let nothing through stand last: nothing need be said of them.
  const palette = [...new Set(colours)].sort((one, other) => opacity(one) - opacity(other) || one.localeCompare(other));
  if (palette.length > 256) throw new Error(`${palette.length} colours are more than a palette has`);
  const numbers = new Map(palette.map((colour, number) => [colour, number]));
  const rows = Buffer.alloc(size * (size + 1));
  for (const [at, colour] of colours.entries()) rows[at + Math.floor(at / size) + 1] = numbers.get(colour) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.map((colour) => colour.slice(0, 6)).join(''), 'hex')),
    chunk('tRNS', Buffer.from(palette.map(opacity).filter((value) => value < 255))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * A part of a PNG: its length, name, content and checksum.
 * @param {string} name
 * @param {Buffer} content
 */
function chunk(name, content) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, sum]);
}

/**
 * The CRC-32 of a PNG's part.
 * @param {Buffer} bytes
 */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
