// The icons as they ship.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { paletted } from '../../scripts/paletted.mjs';

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

/**
 * The parts of a PNG, by name.
 * @param {Buffer} png
 */
function parts(png) {
  /** @type {Map<string, Buffer>} */
  const parts = new Map();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return parts;
}

/**
 * The pixels of a PNG that has a palette and no filters: red, green, blue and opacity of each.
 * @param {Buffer} png
 */
function pixels(png) {
  const [head, colours, opacity, rows] = ['IHDR', 'PLTE', 'tRNS', 'IDAT'].map((name) => parts(png).get(name) ?? Buffer.alloc(0));
  const size = head?.readUInt32BE(0) ?? 0;
  const unpacked = inflateSync(rows ?? Buffer.alloc(0));
  return Array.from({ length: size * size }, (_, at) => unpacked[at + Math.floor(at / size) + 1] ?? 0).flatMap((number) => [
    ...(colours?.subarray(3 * number, 3 * number + 3) ?? []),
    opacity?.[number] ?? 255,
  ]);
}

test('a picture with a palette has the pixels that it was given', () => {
  const given = [255, 0, 0, 255, 0, 0, 0, 0, 10, 20, 30, 128, 255, 0, 0, 255];
  assert.deepEqual(pixels(paletted(given, 2)), given);
});

test('more colours than a palette has are refused', () => {
  const given = Array.from({ length: 17 * 17 }, (_, at) => [at & 255, at >> 8, 0, 255]).flat();
  assert.throws(() => paletted(given, 17), /289 colours/);
});

for (const [size, file] of Object.entries(manifest.icons)) {
  test(`the icon of ${size} pixels is of that size and has a palette`, () => {
    const head = parts(readFileSync(new URL(`../../extension/${file}`, import.meta.url))).get('IHDR');
    assert.deepEqual([head?.readUInt32BE(0), head?.readUInt32BE(4), head?.[9]], [Number(size), Number(size), 3]);
  });
}
