// What becomes of the background when the engine stops in the middle of its work.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { article, loadEngine } from './engine.mjs';

/** An engine that stops at a part with `stop`, and as wasm-bindgen has it, keeps what it was at borrowed. */
const FRAGILE = `
  export const log = [];
  let broken = false;
  export default async () => {};
  export const __wbg_reset_state = () => { broken = false; log.push('started anew'); };
  export const recall = async () => ({});
  export const recallWords = async () => [];
  export const onMessage = () => 'a message was answered';
  export const onCommand = () => {};
  export const onGrantsChanged = () => {};
  export const onGrantsTakenBack = () => {};
  export const onInstalled = () => {};
  export const onMenu = () => {};
  export const onPopup = () => {};
  export class Incoming {
    add({ stop }) {
      if (broken) throw new Error('used after it stopped');
      if (!stop) return true;
      broken = true;
      const stopped = new stop('unreachable');
      stopped.stack = 'RuntimeError: unreachable\\n    at engine_bg.wasm:wasm-function[1704]:0xbeef5\\n    at engine_bg.wasm:wasm-function[2]:0x1f';
      throw stopped;
    }
    find() {}
    check() {
      return 'a part was answered';
    }
    free() {
      log.push('freed');
    }
  }
`;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-background-'));
after(() => {
  rmSync(folder, { recursive: true });
  Reflect.deleteProperty(globalThis, 'chrome');
});

/** A place where listeners are added, and events are sent to them. */
function event() {
  /** @type {((...values: any[]) => any)[]} */
  const listeners = [];
  return {
    addListener: (/** @type {(...values: any[]) => any} */ listener) => void listeners.push(listener),
    send: (/** @type {any[]} */ ...values) => Promise.all(listeners.map((listener) => listener(...values))),
  };
}

/** The background with that engine, which is brought in once. */
async function begin() {
  const [onMessage, onConnect, onInstalled, onStartup, onCommand, onAdded, onRemoved] = Array.from({ length: 7 }, event);
  const chrome = {
    runtime: { onMessage, onConnect, onInstalled, onStartup },
    commands: { onCommand },
    permissions: { onAdded, onRemoved },
  };
  Object.assign(globalThis, { chrome });
  mkdirSync(join(folder, 'wasm'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'wasm/engine.js'), FRAGILE);
  for (const name of ['background.js', 'early.js']) copyFileSync(new URL(`../../extension/${name}`, import.meta.url), join(folder, name));
  await import(pathToFileURL(join(folder, 'background.js')).href);
  const engine = await import(pathToFileURL(join(folder, 'wasm/engine.js')).href);
  async function connect() {
    const port = {
      onMessage: event(),
      onDisconnect: event(),
      answers: /** @type {unknown[]} */ ([]),
      /** @param {unknown} answer */
      postMessage(answer) {
        port.answers.push(answer);
      },
    };
    await onConnect?.send(port);
    return port;
  }
  /** Asks by a message; settles when that was answered. @param {(answer: unknown) => void} respond */
  const ask = (respond) =>
    new Promise((resolve) => {
      void onMessage?.send({}, {}, (/** @type {unknown} */ answer) => {
        queueMicrotask(() => resolve(undefined));
        respond(answer);
      });
    });
  return { log: /** @type {string[]} */ (engine.log), connect, ask };
}
const background = begin();

test('an engine that stopped is started anew, and what it left half done is not touched again', async () => {
  const { log, connect } = await background;
  for (const stop of [WebAssembly.RuntimeError, RangeError]) {
    log.length = 0;
    const [broken, waiting] = [await connect(), await connect()];
    await waiting.onMessage.send({});
    await broken.onMessage.send({ stop });
    assert.deepEqual(broken.answers, [{ outcome: 'failed', why: 'engine', problem: 'unreachable (wasm-function[1704]:0xbeef5)' }]);
    assert.deepEqual(log, ['started anew']);
    await broken.onDisconnect.send();
    assert.deepEqual(log, ['started anew'], 'what is still borrowed is not freed');

    await waiting.onMessage.send({});
    assert.equal(/** @type {any} */ (waiting.answers[1]).why, 'engine', 'no page goes on in an engine that has none of it');
    await waiting.onDisconnect.send();

    const fresh = await connect();
    await fresh.onMessage.send({});
    assert.deepEqual(fresh.answers, ['a part was answered']);
    await fresh.onDisconnect.send();
    assert.deepEqual(log, ['started anew', 'freed']);
  }
});

test('an answer that the browser does not take has failed, and who asked hears of that', async () => {
  const { connect, ask } = await background;
  /** @type {unknown[]} */
  const taken = [];
  const bounded = (/** @type {unknown} */ answer) => {
    if (typeof answer === 'string') throw new Error('Message exceeded maximum allowed size of 64MiB.');
    taken.push(answer);
  };
  const port = await connect();
  port.postMessage = bounded;
  await port.onMessage.send({});
  await ask(bounded);
  assert.equal(taken.length, 2);
  for (const answer of taken) {
    assert.equal(/** @type {any} */ (answer).outcome, 'failed');
    assert.equal(/** @type {any} */ (answer).why, 'large');
    assert.match(/** @type {any} */ (answer).problem, /64MiB/);
  }
  const gone = await connect();
  gone.postMessage = () => {
    throw new Error('Attempting to use a disconnected port object');
  };
  await gone.onMessage.send({});
});

test('the built engine works on after it was started anew', async () => {
  const engine = await loadEngine();
  const page = article('Meta invested $1.48 billion in Scale AI.');
  const before = engine.check(page);
  engine.__wbg_reset_state();
  assert.deepEqual(engine.check(page), before);
});
