// What a card shows: verdict, claim, explanation, sources.

import { page } from '../dom.js';

const WORDS = {
  close: 'Close',
  derived: 'By arithmetic',
};

/** Outlines in a box of 16 by 16. */
const ICONS = {
  warn: 'M8 2 15 14H1ZM8 6.5v3.5M8 12v.3',
  mark: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10',
  supported: 'M3 8.5 6.5 12 13 4.5',
  'not-covered': 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5 8h6',
  close: 'M4 4l8 8M12 4l-8 8',
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

/**
 * A date of `YYYY-MM-DD`, `YYYY-MM` or `YYYY` in the reader's words.
 * @param {string} date
 */
function dateInWords(date) {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month) return date;
  const format = new Intl.DateTimeFormat(navigator.language, {
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  return format.format(Date.UTC(year, month - 1, day || 1));
}

/** @param {Plumbline.SourceLine} source */
function sourceItem(source) {
  const item = make('li');
  if (source.publisher) item.append(make('span', 'publisher', source.publisher));
  if (source.title) {
    if (source.publisher) item.append(', ');
    item.append(titleOf(source));
  }
  if (source.date) item.append(' · ', make('time', '', dateInWords(source.date)));
  return item;
}

/** @param {Plumbline.SourceLine} source */
function titleOf(source) {
  if (!/^https?:\/\//.test(source.address)) return make('span', '', source.title);
  const link = make('a', '', source.title);
  link.href = source.address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

/** @param {Plumbline.Evidence} evidence */
function evidenceItem(evidence) {
  const value = make('p', '', make('span', 'value', evidence.value), make('span', 'stand', ` · ${evidence.stand}`));
  const body = make('div', '', value);
  if (evidence.derivation) body.append(make('p', 'derivation', `${WORDS.derived}: ${evidence.derivation}`));
  if (evidence.sources.length > 0) body.append(make('ul', 'sources', ...evidence.sources.map(sourceItem)));
  return make('li', evidence.agrees ? 'agrees' : 'differs', icon(evidence.agrees ? 'agrees' : 'differs'), body);
}

/** @param {Plumbline.Finding} finding */
function kindOf({ level, verdict }) {
  if (level !== 'none') return level;
  return verdict === 'supported' ? 'supported' : 'not-covered';
}

/**
 * The card of a finding. The dialog scrolls in its frame.
 * @param {Plumbline.Finding} finding
 * @param {() => void} close
 */
export function build(finding, close) {
  const kind = kindOf(finding);
  const verdict = make('p', 'verdict', icon(kind), finding.label);
  const button = make('button', 'close', icon('close'));
  button.type = 'button';
  button.ariaLabel = WORDS.close;
  button.addEventListener('click', (event) => event.isTrusted && close());
  const quote = make('p', 'quote', finding.quote);
  const about = make('div', 'about', quote);
  const claim = make('p', 'claim', finding.claim);
  if (finding.claim) about.append(claim);
  const why = make('p', 'why', finding.explanation);
  about.append(why);
  const dialog = make('div', 'card', make('div', 'head', verdict, button), about);
  if (finding.evidence.length > 0) {
    dialog.append(make('ul', 'evidence', ...finding.evidence.map(evidenceItem)));
  }
  verdict.id = 'verdict';
  quote.id = 'quote';
  claim.id = 'claim';
  why.id = 'why';
  dialog.role = 'dialog';
  dialog.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', 'verdict quote');
  dialog.setAttribute('aria-describedby', 'claim why');
  return { frame: make('div', `frame ${kind}`, dialog), dialog };
}
