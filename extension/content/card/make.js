// The elements that a card is made of.

import { page } from '../dom.js';

/** Outlines in a box of 16 by 16. */
const ICONS = {
  warn: 'M8 2 15 14H1ZM8 6.5v3.5M8 12v.3',
  mark: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10',
  supported: 'M3 8.5 6.5 12 13 4.5',
  'not-covered': 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5 8h6',
  close: 'M4 4l8 8M12 4l-8 8',
  next: 'M6 3l5 5-5 5',
  previous: 'M10 3 5 8l5 5',
  agrees: 'M3 8.5 6.5 12 13 4.5',
  differs: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10',
};

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [className]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, className, ...children) {
  const element = page.make(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = page.makeSvg('svg');
  const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', 'aria-hidden': 'true' };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = page.makeSvg('path');
  const stroke = { d: ICONS[name], stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round' };
  for (const [key, value] of Object.entries({ ...stroke, 'stroke-linejoin': 'round' })) path.setAttribute(key, value);
  svg.append(path);
  return svg;
}

/**
 * A button that does something when the reader presses it, and not when a page does.
 * @param {string} className
 * @param {Node | string} content
 * @param {() => void} act
 */
export function button(className, content, act) {
  const made = make('button', className, content);
  made.type = 'button';
  made.addEventListener('click', (event) => event.isTrusted && act());
  return made;
}
