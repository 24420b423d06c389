import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { format } from 'prettier';
import { ensureBuilt } from './build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from './install-chromium.mjs';
import { ROOT } from './run.mjs';
import { serve } from './serve.mjs';

/** The pictures are of this day, so that drawing them again changes only what has changed. */
const TODAY = new Date('2026-11-22T09:00:00+07:00');
const SCREEN = { width: 1024, height: 660 };
/** Drawn this many times as fine as they stand in the guide. */
const SHARPNESS = 1.5;
const QUALITY = 0.72;

interface Shot {
	/** `overview` is static/guide/overview-vi.webp and overview-en.webp. */
	name: string;
	path: string;
	/** What is waited for, where it comes late. */
	until?: string;
	/** What alone is shown; else what fits the screen. */
	part?: string;
	/** What is done before. */
	prepare?: (page: Page) => Promise<void>;
}

const SHOTS: Shot[] = [
	{ name: 'overview', path: '/' },
	{ name: 'overview-top', path: '/', part: 'section[aria-labelledby="headline"]' },
	{ name: 'scorecard', path: '/scorecard', until: '[role="gridcell"]' },
	{ name: 'indicator', path: '/indicator/plan-women' },
	{ name: 'unit', path: '/unit?unit=MH-801' },
	{ name: 'compare', path: '/compare?with=MH-801,MH-802,MH-803' },
	{ name: 'present', path: '/present?slide=2' },
	{ name: 'trail', path: '/trail/plan-women', until: 'main section h2' },
	{ name: 'import', path: '/submissions', until: 'h1', prepare: dropFile },
	{ name: 'targets', path: '/targets', until: 'main li' },
	{ name: 'organisation', path: '/organisation', until: 'h1' },
	{ name: 'ledger', path: '/ledger', until: '#ledger-list' },
	{ name: 'reporting', path: '/reporting', until: 'main table' },
	{ name: 'reports', path: '/reports?report=quarter', until: 'main article' },
	{ name: 'workbench', path: '/workbench', until: '.cm-editor' }
];

const asked = process.argv.slice(2);
await drawPictures(asked.length > 0 ? SHOTS.filter(({ name }) => asked.includes(name)) : SHOTS);

/** Draws what the guide shows, of the built app with the sample, into static/guide, and writes down the sizes. */
async function drawPictures(shots: readonly Shot[]): Promise<void> {
	await ensureBuilt();
	await mkdir(join(ROOT, 'static/guide'), { recursive: true });
	const server = await serve({ port: 0 });
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: CHROMIUM_FLAGS
	});
	try {
		const context = await browser.newContext({
			baseURL: server.origin,
			viewport: SCREEN,
			deviceScaleFactor: SHARPNESS,
			colorScheme: 'light',
			reducedMotion: 'reduce',
			timezoneId: 'Asia/Ho_Chi_Minh'
		});
		await context.clock.setFixedTime(TODAY);
		await loadSample(await context.newPage());
		for (const shot of shots) {
			const sizes = [await draw(context, shot, 'vi'), await draw(context, shot, 'en')];
			await noteSize(shot.name, sizes[0] ?? SCREEN);
		}
	} finally {
		await browser.close();
		await server.close();
	}
}

async function loadSample(page: Page): Promise<void> {
	await page.goto('/');
	await page.locator('[data-action="load-sample"]').first().click();
	await page.locator('[role="meter"]').first().waitFor({ timeout: 120_000 });
}

async function draw(
	context: BrowserContext,
	shot: Shot,
	language: 'vi' | 'en'
): Promise<typeof SCREEN> {
	const page = await context.newPage();
	const { name, path, until, part, prepare } = shot;
	const query = language === 'en' ? `${path.includes('?') ? '&' : '?'}lang=en` : '';
	await page.goto(path + query, { waitUntil: 'networkidle' });
	await page
		.locator(until ?? 'main h1')
		.first()
		.waitFor();
	await prepare?.(page);
	await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	await page.waitForTimeout(400);
	const target = part ? page.locator(part).first() : page;
	const png = await target.screenshot({ type: 'png', animations: 'disabled' });
	const file = join(ROOT, 'static/guide', `${name}-${language}.webp`);
	const { data, width, height } = await asWebp(page, png);
	await writeFile(file, Buffer.from(data, 'base64'));
	await page.close();
	console.log(`${file} (${Math.round((data.length * 3) / 4096)} KB)`);
	return { width: Math.round(width / SHARPNESS), height: Math.round(height / SHARPNESS) };
}

/** The picture in the smaller format, which the browser itself writes. */
async function asWebp(
	page: Page,
	png: Buffer
): Promise<{ data: string; width: number; height: number }> {
	return page.evaluate(
		async ({ source, quality }) => {
			const image = new Image();
			image.src = `data:image/png;base64,${source}`;
			await image.decode();
			const { width, height } = image;
			const canvas = Object.assign(document.createElement('canvas'), { width, height });
			canvas.getContext('2d')?.drawImage(image, 0, 0);
			const data = canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
			return { data, width, height };
		},
		{ source: png.toString('base64'), quality: QUALITY }
	);
}

async function noteSize(name: string, size: typeof SCREEN): Promise<void> {
	const file = join(ROOT, 'data/guide/pictures.json');
	const sizes = JSON.parse(await readFile(file, 'utf8')) as Record<string, typeof SCREEN>;
	const entries = Object.entries({ ...sizes, [name]: size }).sort(([a], [b]) => (a < b ? -1 : 1));
	const text = JSON.stringify(Object.fromEntries(entries));
	await writeFile(file, await format(text, { parser: 'json', useTabs: true, printWidth: 100 }));
}

/** A sheet of the sample in which one heading is not known, as after a rename. */
async function dropFile(page: Page): Promise<void> {
	const sheet = await readFile(join(ROOT, 'data/samples/B4-2025-Q4.csv'), 'utf8');
	await page.locator('input[type="file"]').setInputFiles({
		name: 'B4-quy-4-2025.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(sheet.replace('LLCT: Trung cấp', 'Đã học chương trình TC'))
	});
	await page.locator('button[aria-current="step"]').first().waitFor();
	await page.locator('#preview-title').evaluate((title) => title.scrollIntoView());
}
