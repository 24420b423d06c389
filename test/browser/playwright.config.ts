import { CHROMIUM_FLAGS, findChromium } from '#scripts/install-chromium.mjs';
import { defineConfig } from '@playwright/test';

/** Whatever a page asks of another host is refused before it leaves the machine. */
const NO_OTHER_HOST = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

const ALONE = /@alone/;

export default defineConfig({
	testDir: '.',
	outputDir: '../../.cache/browser',
	globalSetup: './prepare.ts',
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	timeout: 240_000,
	/** What a busy machine broke passes when repeated, and is named; what is wrong fails again. */
	retries: process.env.CI ? 1 : 0,
	expect: {
		timeout: 40_000,
		/** Another version of Chromium draws the edges of letters a little differently. */
		toHaveScreenshot: { threshold: 0.3, maxDiffPixelRatio: 0.02, animations: 'disabled' }
	},
	snapshotPathTemplate: '{testDir}/goldens/{arg}{ext}',
	/** Pictures that tests are held to are written only where that is asked for. */
	updateSnapshots: 'none',
	reporter: 'list',
	/** What measures how the page responds runs by itself, and last: what is slow hides nothing that is wrong. */
	projects: [
		{ name: 'together', grepInvert: ALONE },
		{ name: 'alone', grep: ALONE, workers: 1, dependencies: ['together'] }
	],
	use: {
		browserName: 'chromium',
		launchOptions: {
			executablePath: await findChromium(),
			args: [...CHROMIUM_FLAGS, NO_OTHER_HOST]
		},
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		viewport: { width: 1440, height: 900 },
		/** Each test has a browser of its own, into which the whole app would be fetched once more. */
		serviceWorkers: 'block',
		actionTimeout: 40_000,
		navigationTimeout: 40_000,
		screenshot: 'only-on-failure',
		trace: 'off'
	}
});
