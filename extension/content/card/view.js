// What a card shows: the verdict, the answer, who says so. Its lines come ready.

import { page } from '../dom.js';
import { goTo } from '../engine.js';
import { says } from '../says.js';
import * as ring from './ring.js';

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
function make(name, className, ...children) {
  const element = page.make(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** @param {keyof typeof ICONS} name */
function icon(name) {
  const svg = page.makeSvg('svg');
  const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', 'aria-hidden': 'true' };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = page.makeSvg('path');
  const stroke = { d: ICONS[name], stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round' };
  for (const [key, value] of Object.entries({ ...stroke, 'stroke-linejoin': 'round' })) path.setAttribute(key, value);
  svg.append(path);
  return svg;
}

/** @param {Plumbline.SourceLine} source */
function sourceItem(source) {
  const item = make('li', '', make('span', 'publisher', source.publisher));
  if (source.title) item.append(', ', titleOf(source));
  item.append(' · ', make('span', 'date', source.date));
  if (source.passage) item.append(make('q', 'passage', source.passage));
  return item;
}

/** @param {Plumbline.SourceLine} source */
function titleOf(source) {
  if (!/^https?:\/\//.test(source.address)) return make('span', '', source.title);
  const link = make('a', '', source.title);
  link.href = source.address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  // A page of Firefox may get hold of the link: what opens is the address that the finding has.
  const follow = (/** @type {MouseEvent} */ event) => {
    if (event.button > 1) return;
    event.preventDefault();
    if (event.isTrusted) void goTo(source);
  };
  link.addEventListener('click', follow);
  link.addEventListener('auxclick', follow);
  return link;
}

/** @param {Plumbline.EvidenceLine} evidence */
function evidenceItem(evidence) {
  const value = make('p', '', make('span', 'value', evidence.value), make('span', 'stand', ` · ${evidence.stand}`));
  const body = make('div', '', value);
  if (evidence.arithmetic) body.append(make('p', 'derivation', evidence.arithmetic));
  if (evidence.sources.length > 0) body.append(make('ul', 'sources', ...evidence.sources.map(sourceItem)));
  return make('li', evidence.agrees ? 'agrees' : 'differs', icon(evidence.agrees ? 'agrees' : 'differs'), body);
}

/**
 * A button with nothing but a sign.
 * @param {'close' | 'previous' | 'next'} name
 * @param {() => void} act
 */
function button(name, act) {
  const made = make('button', name === 'close' ? 'close' : 'leader', icon(name));
  made.type = 'button';
  made.ariaLabel = says(`card_${name}`);
  made.addEventListener('click', (event) => event.isTrusted && act());
  return made;
}

/**
 * The other figures that cannot all be right with this one; each leads to its place.
 * @param {Place} place
 * @param {(number: number) => void} to
 */
function others({ finding, number: here }, to) {
  const line = make('p', 'together', `${finding.together} `);
  for (const [number, { quote }] of finding.places.entries()) {
    if (number === here) continue;
    const other = make('button', 'other', quote);
    other.type = 'button';
    other.addEventListener('click', (event) => event.isTrusted && to(number));
    line.append(other, ' ');
  }
  return line;
}

/**
 * The card of a finding at one of its places. The dialog scrolls in its frame.
 * @param {Place} place
 * @param {{ close: () => void, another: (forward: boolean) => void, to: (number: number) => void }} acts
 */
export function build(place, { close, another, to }) {
  const { finding, quote: text } = place;
  const verdict = make('p', 'verdict', icon(finding.sign), finding.label);
  const quote = make('p', 'quote', text);
  const about = make('div', 'about', quote);
  const claim = make('p', 'claim', finding.about);
  if (finding.about) about.append(claim);
  const why = make('p', 'why', finding.answer);
  about.append(why);
  if (finding.together) about.append(others(place, to));
  if (finding.times) {
    const leaders = [button('previous', () => another(false)), button('next', () => another(true))];
    about.append(make('p', 'times', make('span', '', finding.times), ...leaders));
  }
  const dialog = make('div', 'card', make('div', 'head', verdict, button('close', close)), about);
  if (finding.evidence.length > 0) {
    dialog.append(make('ul', 'evidence', ...finding.evidence.map(evidenceItem)));
  }
  dialog.append(...finding.notes.map((note) => make('p', 'aside', note)));
  verdict.id = 'verdict';
  quote.id = 'quote';
  claim.id = 'claim';
  why.id = 'why';
  dialog.role = 'dialog';
  dialog.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', 'verdict quote');
  dialog.setAttribute('aria-describedby', 'claim why');
  return { frame: make('div', `frame ${finding.sign}`, dialog), dialog, ring: ring.make() };
}
