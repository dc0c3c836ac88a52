// What becomes of a check or a question that the page asks for and nobody answers, and what its reader is told of that.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { said } from './engine.mjs';

/** @type {Record<string, () => void>} */
const events = {};
/** The ends of the port that is open. @type {(() => void)[]} */
let gone = [];

/** A browser in which the background does what `sendMessage` says. @param {(ask: unknown) => unknown} [sendMessage] */
function pretend(sendMessage = () => undefined) {
  gone = [];
  const port = {
    postMessage: () => {},
    disconnect: () => {},
    onMessage: { addListener: () => {} },
    onDisconnect: { addListener: (/** @type {() => void} */ listener) => void gone.push(listener) },
  };
  Object.assign(globalThis, {
    chrome: { runtime: { connect: () => port, sendMessage }, i18n: { getMessage: said } },
    addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listener) => void (events[name] = listener),
    removeEventListener: () => {},
  });
}

afterEach(() => {
  for (const name of ['chrome', 'addEventListener', 'removeEventListener']) Reflect.deleteProperty(globalThis, name);
});

const page = /** @type {Plumbline.Page} */ ({});

/** How a check ends that is never answered. @type {[Plumbline.Why, string, (tick: (ms: number) => void) => void][]} */
const ENDS = [
  ['stopped', 'the browser stops the background', () => gone.forEach((end) => end())],
  ['left', 'the page is left', () => events.pagehide?.()],
  ['late', 'it takes too long', (tick) => tick(60_000)],
];

for (const [why, what, end] of ENDS) {
  test(`a check has failed where ${what}`, async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    pretend();
    const { open } = await import('../../extension/content/engine.js');
    const { failed } = await import('../../extension/content/failure.js');
    const checked = open().check(page, null, false).catch(failed);
    end((ms) => context.mock.timers.tick(ms));
    assert.deepEqual(await checked, { outcome: 'failed', why, problem: '' });
  });
}

/** What the background does with a question, and what the reader is told. @type {[string, (ask: unknown) => unknown, string][]} */
const QUESTIONS = [
  ['has a sentence for the reader', () => ({ outcome: 'failed', why: 'told', problem: 'There is no room.' }), 'There is no room.'],
  ['stopped in its work', () => ({ outcome: 'failed', why: 'engine', problem: 'unreachable' }), said('asked_engine', [])],
  ['was stopped, and says nothing', () => undefined, said('stopped', [])],
  ['was stopped, and is not there', () => Promise.reject(new Error('Receiving end does not exist.')), said('stopped', [])],
  ['does not know what happened', () => ({ outcome: 'failed', why: 'unknown', problem: 'TypeError' }), said('failed_unknown', [])],
];

for (const [what, answer, sentence] of QUESTIONS) {
  test(`the reader’s word is not kept, and it is said why, where the background ${what}`, async () => {
    pretend(answer);
    const { told } = await import('../../extension/content/failure.js');
    const { answered } = await import('../../extension/content/engine.js');
    assert.equal(await answered('words').catch(told), sentence);
  });
}
