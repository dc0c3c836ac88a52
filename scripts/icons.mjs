// Draws the PNG sizes of the icon anew from extension/icons/plumbline.svg, with an installed Chromium:
// `node scripts/icons.mjs [/path/to/chromium]`. The PNGs are committed; run this when the SVG changes.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { paletted } from './paletted.mjs';

const SIZES = [16, 32, 48, 128];
const icons = new URL('../extension/icons/', import.meta.url);
const drawing = readFileSync(new URL('plumbline.svg', icons), 'utf8');
const browser = await puppeteer.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${drawing}`);
  const picture = await page.screenshot({ encoding: 'base64', omitBackground: true });
  const pixels = await page.evaluate(async (address, size) => {
    const drawn = new OffscreenCanvas(size, size).getContext('2d');
    const image = new Image();
    image.src = address;
    await image.decode();
    drawn?.drawImage(image, 0, 0);
    return [...(drawn?.getImageData(0, 0, size, size).data ?? [])];
  }, `data:image/png;base64,${picture}`, size);
  writeFileSync(fileURLToPath(new URL(`plumbline-${size}.png`, icons)), paletted(pixels, size));
}
await browser.close();
