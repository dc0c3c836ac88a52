// A background that can be stopped at any moment of writing: in front of it, in a copy of the extension, stands what
// lets so many writes through and holds the transaction open after those, until the browser stops the background.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Document} Document */

/** A moment of a transaction: after so many writes, or when all is written and nobody has heard of it. @typedef {number | 'written'} Moment */

/** Runs in the background, before everything else. */
function holder() {
  const channel = new BroadcastChannel('plumbline-held');
  /** @type {Moment} */
  let left = Infinity;
  channel.onmessage = ({ data }) => {
    if (data === 'held' || data === 'ready') return;
    left = data;
    channel.postMessage('ready');
  };
  /** A transaction is open for as long as something is asked of it. @param {IDBObjectStore} store */
  const hold = (store) => {
    const ask = () => {
      store.get(0).onsuccess = ask;
    };
    ask();
    channel.postMessage('held');
  };
  for (const name of /** @type {const} */ (['add', 'put', 'delete'])) {
    const write = /** @type {(...args: any[]) => IDBRequest} */ (IDBObjectStore.prototype[name]);
    IDBObjectStore.prototype[name] = function (/** @type {any[]} */ ...args) {
      if (left === 'written' || left === Infinity) return write.apply(this, args);
      if (left === -1) return new EventTarget();
      if (left === 0) {
        left = -1;
        hold(this);
        return new EventTarget();
      }
      left -= 1;
      const request = write.apply(this, args);
      if (left === 0) {
        left = -1;
        request.addEventListener('success', () => hold(this));
      }
      return /** @type {any} */ (request);
    };
  }
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    set(handler) {
      this.addEventListener('complete', (/** @type {Event} */ event) => {
        if (left === 'written' && this.mode === 'readwrite') channel.postMessage('held');
        else handler.call(this, event);
      });
    },
  });
}

/** @type {import('./session.mjs').Change} */
export function holdStore(folder) {
  const background = join(folder, 'background.js');
  writeFileSync(background, `(${holder})();\n${readFileSync(background, 'utf8')}`);
}

/**
 * Has the background hold its next transaction at a moment.
 * @param {Document} ours @param {Moment} moment
 */
export const holdAt = (ours, moment) =>
  ours.evaluate(async (moment) => {
    const channel = new BroadcastChannel('plumbline-held');
    const { dataset } = document.documentElement;
    dataset.held = '';
    // It has to run to hear of it.
    await chrome.runtime.sendMessage('shelf');
    await new Promise((resolve) => {
      channel.onmessage = ({ data }) => {
        if (data === 'ready') resolve(undefined);
        if (data === 'held') dataset.held = 'yes';
      };
      channel.postMessage(moment);
    });
  }, moment);

/** Waits until the transaction is held. @param {Document} ours */
export const untilHeld = (ours) =>
  until('the moment', () => ours.evaluate(() => document.documentElement.dataset.held === 'yes'));
