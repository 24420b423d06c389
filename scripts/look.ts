import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Page, chromium } from '@playwright/test';
import { ensureBuilt } from './build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from './install-chromium.mjs';
import { EVERY_VIEW, inLanguage, type ViewToSee } from './look/every-view.ts';
import { showAllRows } from './look/show-all-rows.ts';
import { serve } from './serve.mjs';

const USAGE = `npm run look -- [PATH …] [--out FOLDER] [--origin URL] [--narrow] [--light] [--vi] [--fold] [--empty]

Opens each path of the built app (default: every view) with the sample data loaded, and writes a
picture of it for 1440 and 390 pixels, Vietnamese and English, light and dark, into FOLDER (default:
/tmp/look).

  --origin URL   looks at a running server (npm run dev) instead of building
  --wide, --narrow, --vi, --en, --light, --dark   this alone, of each pair
  --fold         what fits the screen, instead of the whole page
  --empty        without the sample data`;

const SCREENS = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

interface Look extends ViewToSee {
	screen: keyof typeof SCREENS;
	language: 'vi' | 'en';
	scheme: 'light' | 'dark';
}

const { values: asked, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		out: { type: 'string', default: '/tmp/look' },
		origin: { type: 'string' },
		...flags('wide', 'narrow', 'vi', 'en', 'light', 'dark', 'fold', 'empty', 'help')
	}
});

if (asked.help) console.log(USAGE);
else await look();

async function look(): Promise<void> {
	await mkdir(asked.out, { recursive: true });
	const server = asked.origin ? undefined : await serveBuild();
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: CHROMIUM_FLAGS
	});
	try {
		const page = await browser.newPage({ baseURL: asked.origin ?? server?.origin });
		tellErrors(page);
		if (!asked.empty) await loadSample(page);
		for (const wanted of looks()) await picture(page, wanted);
	} finally {
		await browser.close();
		await server?.close();
	}
}

async function serveBuild(): ReturnType<typeof serve> {
	await ensureBuilt();
	return serve({ port: 0 });
}

function tellErrors(page: Page): void {
	page.on('pageerror', (error) => {
		console.error(`thrown in the page: ${error.stack ?? error.message}`);
	});
	page.on('console', (message) => {
		if (message.type() === 'error') console.error(`console of the page: ${message.text()}`);
	});
}

async function loadSample(page: Page): Promise<void> {
	await page.goto('/');
	await page.locator('[data-action="load-sample"]').first().click();
	await page.locator('[role="meter"]').first().waitFor({ timeout: 120_000 });
}

async function picture(page: Page, { name, path, screen, language, scheme }: Look): Promise<void> {
	await page.setViewportSize(SCREENS[screen]);
	await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
	await page.goto(inLanguage(path, language), { waitUntil: 'networkidle' });
	await settled(page);
	await showAllRows(page);
	await page.evaluate(async () => {
		const pictures = [...document.images];
		for (const each of pictures) each.loading = 'eager';
		await Promise.all(pictures.map((each) => each.decode()));
		await document.fonts.ready;
	});
	await settled(page);
	const picture = [name, SCREENS[screen].width, language, scheme].join('-');
	const file = join(asked.out, `${picture}.png`);
	await page.screenshot({ path: file, fullPage: !asked.fold });
	console.log(file);
}

/** Waits until nothing is awaited any more and the page has kept its heading and its height for 600 ms. */
async function settled(page: Page): Promise<void> {
	let [height, alike] = [0, 0];
	while (alike < 3) {
		await page.waitForTimeout(200);
		const now = await page.evaluate(() =>
			document.querySelector('h1') && !document.querySelector('[aria-busy="true"]')
				? document.documentElement.scrollHeight
				: 0
		);
		alike = now > 0 && now === height ? alike + 1 : 0;
		height = now;
	}
}

function looks(): Look[] {
	return views().flatMap((view) =>
		pick('wide', 'narrow').flatMap((screen) =>
			pick('vi', 'en').flatMap((language) =>
				pick('light', 'dark').map((scheme) => ({ ...view, screen, language, scheme }))
			)
		)
	);
}

function views(): readonly ViewToSee[] {
	if (positionals.length === 0) return EVERY_VIEW;
	return positionals.map((path) => ({ name: placeName(path), path }));
}

/** Those of the names that were asked for; all where none was. */
function pick<Name extends keyof typeof SCREENS | Look['language'] | Look['scheme']>(
	...names: Name[]
): Name[] {
	const chosen = names.filter((name) => asked[name]);
	return chosen.length > 0 ? chosen : names;
}

function placeName(path: string): string {
	return path.replace(/[^\w.]+/g, '-').replace(/^-|-$/g, '') || 'overview';
}

function flags<Name extends string>(...names: Name[]): Record<Name, { type: 'boolean' }> {
	return Object.fromEntries(names.map((name) => [name, { type: 'boolean' }])) as Record<
		Name,
		{ type: 'boolean' }
	>;
}
