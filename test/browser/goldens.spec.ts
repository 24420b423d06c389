/**
 * The key views as they were approved, at test/browser/goldens. They are made anew by
 * `npx playwright test --config test/browser/playwright.config.ts goldens --update-snapshots all`
 * and looked at before they are committed; no other run writes them.
 */
import { EVERY_VIEW } from '#scripts/look/every-view.ts';
import { expect, test } from './app.ts';
import { plantSample } from './open-sample.ts';
import { openSettled } from './settled.ts';

const KEY_VIEWS = ['overview', 'scorecard', 'indicator', 'unit', 'compare', 'present'];
const TODAY = new Date('2026-11-22T09:00:00+07:00');

for (const { name, path } of EVERY_VIEW.filter((view) => KEY_VIEWS.includes(view.name))) {
	test(`${name} looks as it was approved`, async ({ page }) => {
		await page.clock.setFixedTime(TODAY);
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		await plantSample(page);
		await openSettled(page, path);
		await expect(page).toHaveScreenshot(`${name}.png`);
	});
}
