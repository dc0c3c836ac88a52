// What is still there when the browser was closed, and what is not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { save, showLibrary, titlesOn } from './saving.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { untilRead } from './stored.mjs';
import { until } from './wait.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';
const GAZETTE = '/fixtures/ferry-gazette.html';

inEachBrowser((session) => {
  test('what was saved is still there in the next browser, and held against the next page; what was only read is not', async () => {
    await save(await session.check(HARBOUR));
    await (await session.check(GAZETTE)).close();
    await session.restart();
    const popup = await session.check(COURIER);
    await untilRead(popup, COURIER);
    const [finding] = await listedFindings(popup);
    assert.match(finding?.why ?? '', /This page says 43; one other source says 34\./);
    const panel = await session.browser.openPanel(popup);
    await showLibrary(panel);
    await until('what is saved', async () => (await titlesOn(panel, 'Saved by you')).length > 0);
    assert.deepEqual(await titlesOn(panel, 'Saved by you'), ['Engineer pulled from the sea off Orrin']);
    assert.deepEqual(await titlesOn(panel, 'Checked since the browser started'), ['Woman saved off Orrin is doing well']);
    await panel.close();
    assert.deepEqual(await session.highlighted('mark'), ['43']);
  });
}, { stays: true });
