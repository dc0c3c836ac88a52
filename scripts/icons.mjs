// Draws the PNG sizes of the icon anew from extension/icons/plumbline.svg, with an installed Chromium:
// `node scripts/icons.mjs [/path/to/chromium]`. The PNGs are committed; run this when the SVG changes.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

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
  const path = fileURLToPath(new URL(`plumbline-${size}.png`, icons));
  await page.screenshot({ path: /** @type {`${string}.png`} */ (path), omitBackground: true });
}
await browser.close();
