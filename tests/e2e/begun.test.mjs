// Chromium asks the background for the popup's page when the button is pressed, and the check begins then.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

inEachBrowser(
  (session) => {
    test('a page is checked though the popup’s script has not asked for it', async () => {
      await session.browser.open(`${session.server.origin}/fixtures/slipped-point.html`);
      const popup = await session.browser.clickToolbarButton();
      assert.equal(await popup.evaluate(() => document.getElementById('status')?.className), 'busy', 'no script of its own has run');
      await until('the marks', async () => (await session.highlighted('warn')).length > 0);
      await popup.close();
    });
  },
  { change: (folder) => writeFileSync(join(folder, 'popup.js'), '') },
  ['chromium'],
);
