// The towns of GeoNames as a set: 164,800 statements, which scripts/cities.sh packs. Where they could not be had, nothing
// is tested here.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chooseFile, openOptions, saidOfImport, sets } from './packs.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

const CITIES = new URL('../../target/cities/cities.pack', import.meta.url);

if (existsSync(CITIES)) {
  inEachBrowser((session) => {
    test('of the world’s towns, imported, the one is found whose people a page counts otherwise', async () => {
      await openOptions(session);
      await chooseFile(session, 'cities.pack', readFileSync(CITIES));
      await until('that it is imported', async () => (await saidOfImport(session)).startsWith('“cities” was imported'));
      const [cities] = await sets(session);
      assert.ok((cities?.statements ?? 0) > 160_000);
      await session.browser.stopBackground();
      const popup = await session.check('/fixtures/cities-told.html');
      const found = await listedFindings(popup);
      await popup.close();
      const told = found.map(({ quote, kind, text }) => [quote, kind, /[\d,]+ people/.exec(text)?.[0]]);
      assert.deepEqual(told, [['59,400', 'mark', '41,915 people'], ['272,220', 'supported', '272,220 people']]);
      assert.deepEqual(await session.highlighted('mark'), ['59,400']);
    });
  });
} else {
  test('the towns of GeoNames are not there', { skip: 'scripts/cities.sh packs them' }, () => {});
}
