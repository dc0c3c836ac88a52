// Begins in a document once, however often it is brought in: follows the pointer, answers the background.
// `asked.js` and `automatic.js` are brought in after it, and find it again here.

import * as card from './card/card.js';
import { check, restyle } from './check.js';
import * as marks from './marks.js';
import * as note from './note.js';
import * as pointer from './pointer.js';
import * as steps from './steps.js';

const NO_MARKS = 'No marked figures on this page';

/** No name in a page can stand in for a symbol: what a page names is found by strings alone. */
const HERE = Symbol.for('plumbline');

/** @type {(message: Plumbline.ToPage) => Plumbline.Shown | undefined} */
function told(message) {
  switch (message.tell) {
    case 'show':
      return steps.toListed(message.finding, message.place);
    case 'step': {
      const shown = steps.step(message.forward);
      if (!shown.shown && message.checked) note.say(NO_MARKS);
      return shown;
    }
    case 'hide':
      marks.hide(true);
      card.close();
      return { shown: false };
    default:
      return undefined;
  }
}

function begin() {
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    const answer = told(message);
    if (answer) respond(answer);
    return false;
  });
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'appearance' in changes) void restyle();
  });
  card.onAnother(steps.toAnother, steps.toPlace);
  pointer.start();
  return check;
}

if (!Object.hasOwn(globalThis, HERE)) Object.defineProperty(globalThis, HERE, { value: begin() });
