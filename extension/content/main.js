// Begins in a document once, however often it is brought in: follows the pointer, answers the background.
// `asked.js` and `automatic.js` are brought in after it, and find it again here.

import * as card from './card/card.js';
import { anew, check, honour, isNamed, latest, restyle, wasAsked, whole } from './check.js';
import { Failure, failed } from './failure.js';
import * as labels from './labels.js';
import { sweep } from './layer.js';
import { atEnd, end, signal } from './life.js';
import * as marks from './marks.js';
import * as navigation from './navigation.js';
import * as passage from './passage.js';
import * as pointer from './pointer.js';
import { says } from './says.js';
import * as toast from './toast.js';
import * as watch from './watch.js';

/** No name in a page can stand in for a symbol: what a page names is found by strings alone. */
const HERE = Symbol.for('plumbline');

/** @param {string} pattern Whether this page is on the site of a match pattern. */
function covers(pattern) {
  const [, scheme, any, host] = /^(\*|[a-z]+):\/\/(\*\.?)?([^/]*)\//.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined) return pattern === '<all_urls>';
  const { protocol, hostname } = location;
  if (scheme === '*' ? !/^https?:$/.test(protocol) : protocol !== `${scheme}:`) return false;
  return hostname === host || (any !== undefined && (host === '' || hostname.endsWith(`.${host}`)));
}

/** @type {(message: Plumbline.ToPage) => Plumbline.Shown | Plumbline.Page | Plumbline.Outcome | undefined} */
function told(message) {
  switch (message.tell) {
    case 'show':
      return navigation.toListed(message.list, message.finding, message.place);
    case 'step': {
      const shown = navigation.step(message.forward);
      if (!shown.shown && message.checked) toast.say(says('no_marks'));
      return shown;
    }
    case 'hide':
      marks.hide(true);
      card.close();
      return { shown: false };
    case 'report':
      return latest();
    case 'read':
      return whole();
    case 'say':
      toast.say(message.text);
      return { shown: true };
    case 'anew':
      if (passage.isHere(message.address)) void anew();
      return { shown: true };
    case 'passage':
      return passage.goTo(message.address, message.passage);
    case 'stands':
      return { shown: isNamed(message.document) };
    case 'granted':
      if (!wasAsked() && !message.origins.some(covers)) end();
      return { shown: false };
    default:
      return undefined;
  }
}

/**
 * The popup's reader says something of a finding in its list.
 * @param {Extract<Plumbline.ToPage, { tell: 'word' }>} message
 * @returns {Promise<Plumbline.Said | Plumbline.Outcome>}
 */
async function said({ list, finding: index, word: wanted }) {
  const finding = marks.listedFinding(list, index);
  try {
    if (!finding) throw new Failure('changed');
    const answer = await labels.say(finding, wanted);
    if (answer.kept) honour('list');
    return answer;
  } catch (thrown) {
    return failed(thrown);
  }
}

/**
 * @param {Plumbline.ToPage} message
 * @param {unknown} _sender
 * @param {(answer: unknown) => void} respond
 * @returns {true | undefined} Whether the answer comes later.
 */
function onMessage(message, _sender, respond) {
  if (message.tell === 'word') {
    void said(message).then(respond);
    return true;
  }
  const answer = told(message);
  if (answer) respond(answer);
  return undefined;
}

/** @type {Parameters<typeof chrome.storage.onChanged.addListener>[0]} */
function onStored(changes, area) {
  if (area === 'local' && 'appearance' in changes) restyle();
}

function begin() {
  sweep();
  chrome.runtime.onMessage.addListener(onMessage);
  chrome.storage.onChanged.addListener(onStored);
  card.onAnother(navigation.toAnother, navigation.toPlace);
  card.onSaid(() => honour('card'));
  pointer.start();
  addEventListener('beforeprint', () => marks.print(true), { signal: signal() });
  addEventListener('afterprint', () => marks.print(false), { signal: signal() });
  atEnd(() => {
    watch.stop();
    pointer.never();
    card.close();
    toast.end();
    marks.clear();
    // Of an extension that is gone these are gone too.
    chrome.runtime?.onMessage?.removeListener(onMessage);
    chrome.storage?.onChanged?.removeListener(onStored);
    Reflect.deleteProperty(globalThis, HERE);
  });
  return check;
}

if (!Object.hasOwn(globalThis, HERE)) Object.defineProperty(globalThis, HERE, { value: begin(), configurable: true });
