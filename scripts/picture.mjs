// One picture of page and popup, or a part of one, made by the browser that made them.

/** @typedef {import('../tests/e2e/browsers/types.d.ts').DrivenBrowser} DrivenBrowser */

/** What is left around a part of a picture, in pixels. */
const AROUND = 12;

/**
 * The page on the left, the popup on the right, as they stand on a reader's screen. Leaves the tab on an empty page.
 * @param {DrivenBrowser} browser
 * @param {Buffer} page PNG.
 * @param {Buffer} popup PNG.
 * @returns {Promise<Buffer>} PNG.
 */
export async function sideBySide(browser, page, popup) {
  await browser.open('about:blank');
  const address = await browser.evaluate(
    async (...pictures) => {
      const load = async (/** @type {string} */ data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        return image;
      };
      const [left, right] = await Promise.all(pictures.map(load));
      if (!left || !right) throw new Error('two pictures are wanted');
      const gap = 16;
      const canvas = document.createElement('canvas');
      canvas.width = left.width + right.width + 3 * gap;
      canvas.height = Math.max(left.height, right.height) + 2 * gap;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#8a9099';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(left, gap, gap);
      context.drawImage(right, left.width + 2 * gap, gap);
      return canvas.toDataURL('image/png');
    },
    page.toString('base64'),
    popup.toString('base64'),
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

/**
 * A part of a picture, with a little around it. Leaves the tab on an empty page.
 * @param {DrivenBrowser} browser
 * @param {Buffer} picture PNG.
 * @param {{ x: number, y: number, width: number, height: number }} part In pixels of the picture.
 * @returns {Promise<Buffer>} PNG.
 */
export async function part(browser, picture, { x, y, width, height }) {
  await browser.open('about:blank');
  const address = await browser.evaluate(
    async (picture, x, y, width, height) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      canvas.getContext('2d')?.drawImage(image, -x, -y);
      return canvas.toDataURL('image/png');
    },
    picture.toString('base64'),
    Math.floor(x) - AROUND,
    Math.floor(y) - AROUND,
    Math.ceil(width) + 2 * AROUND,
    Math.ceil(height) + 2 * AROUND,
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}
