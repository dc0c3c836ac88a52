// What a card shows: the verdict, the answer, who says so. Its lines come ready.

import { goTo } from '../engine.js';
import { says } from '../says.js';
import * as labels from './labels.js';
import { button, icon, make } from './make.js';
import * as ring from './ring.js';

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
function signed(name, act) {
  const made = button(name === 'close' ? 'close' : 'leader', icon(name), act);
  made.ariaLabel = says(`card_${name}`);
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
    line.append(button('other', quote, () => to(number)), ' ');
  }
  return line;
}

/**
 * The card of a finding at one of its places. The dialog scrolls in its frame.
 * @param {Place} place
 * @param {{ close: () => void, another: (forward: boolean) => void, to: (number: number) => void } & import('./labels.js').Acts} acts
 */
export function build(place, { close, another, to, ...acts }) {
  const { finding, quote: text } = place;
  const verdict = make('p', 'verdict', icon(finding.sign), finding.label);
  const quote = make('p', 'quote', text);
  const about = make('div', 'about', quote);
  const claim = make('p', 'claim', finding.about);
  if (finding.about) about.append(claim);
  const why = make('p', 'why', finding.answer);
  about.append(why);
  if (finding.together && finding.places.length > 1) about.append(others(place, to));
  if (finding.times) {
    const leaders = [signed('previous', () => another(false)), signed('next', () => another(true))];
    about.append(make('p', 'times', make('span', '', finding.times), ...leaders));
  }
  const dialog = make('div', 'card', make('div', 'head', verdict, signed('close', close)), about);
  if (finding.evidence.length > 0) {
    dialog.append(make('ul', 'evidence', ...finding.evidence.map(evidenceItem)));
  }
  dialog.append(...finding.notes.map((note) => make('p', 'aside', note)), labels.section(finding, acts));
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
