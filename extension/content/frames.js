// What a page shows in frames is not read: the reader may open such a frame by itself.

import { boxOf, checkVisibility, page, source } from './dom.js';

/** How much of the window a frame takes up that may hold an article: adverts and players take less. */
const SHARE = 0.2;

/** The address of the largest frame, if that takes up much of the window and is of the web; else nothing. */
export function largest() {
  let address = '';
  let most = innerWidth * innerHeight * SHARE;
  for (const frame of page.all('iframe[src], frame[src]')) {
    const { width, height } = boxOf(frame);
    if (width * height < most || !/^https?:/.test(source(frame))) continue;
    if (!checkVisibility(frame, { visibilityProperty: true })) continue;
    most = width * height;
    address = source(frame);
  }
  return address;
}
