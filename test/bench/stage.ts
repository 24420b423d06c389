import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import sirv from 'sirv';
import { build } from 'vite';
import { BUILD, ensureBuilt, fingerprintOf } from '#scripts/build.mjs';
import { compressFiles } from '#scripts/compress.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '#scripts/install-chromium.mjs';
import { type LargeFiles, largeFiles, type LargeUnits } from '#scripts/large/write-large-files.ts';
import { ROOT, tell } from '#scripts/run.mjs';
import { serve } from '#scripts/serve.mjs';
import { useUnits } from './time-import.ts';

/** The folder of the large files and of the bare pages. */
const CACHE = join(ROOT, '.cache', 'bench');

/** What every measurement stands on: the app and the bare pages, both served, and the large files. */
export interface Stage {
	/** Where the built app is. */
	app: string;
	/** Where the bare pages are. */
	bare: string;
	files: LargeFiles;
	/** The profile of somebody who was in the app before: what it works offline with is kept, and the unit list of a set. */
	visited: (units: LargeUnits) => Promise<string>;
	/** How often each work is measured. */
	runs: number;
}

/** Gives the work a stage, and takes it down again. */
export async function onStage<T>(runs: number, work: (stage: Stage) => Promise<T>): Promise<T> {
	await ensureBuilt();
	await compressFiles(BUILD);
	const [app, bare] = [await serve({ port: 0 }), await serveFolder(await ensureBare())];
	const files = largeFiles(CACHE);
	const profiles = new Map<LargeUnits, Promise<string>>();
	const visited: Stage['visited'] = (units) => {
		const profile = profiles.get(units) ?? visit(app.origin, files.units(units));
		profiles.set(units, profile);
		return profile;
	};
	try {
		return await work({ app: app.origin, bare: bare.origin, files, visited, runs });
	} finally {
		await Promise.all([app.close(), bare.close()]);
		for (const profile of profiles.values())
			await rm(await profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** A profile in which the app has kept what it works offline with, and uses the unit list. */
async function visit(app: string, units: Promise<string>): Promise<string> {
	const profile = await newProfile();
	const path = await units;
	await inProfile(profile, async (context) => {
		const page = await context.newPage();
		await page.goto(app);
		await page.evaluate(async () => void (await navigator.serviceWorker.ready));
		await useUnits(page, { app, path });
	});
	return profile;
}

/** A browser with a profile of its own on disk, as a person's is: empty, or a copy; it is gone afterwards. */
export async function withBrowser<T>(
	work: (context: BrowserContext) => Promise<T>,
	copied?: string
): Promise<T> {
	const profile = await newProfile();
	if (copied !== undefined) await cp(copied, profile, { recursive: true });
	try {
		return await inProfile(profile, work);
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

function newProfile(): Promise<string> {
	return mkdtemp(join(tmpdir(), 'thuocdo-bench-'));
}

async function inProfile<T>(
	profile: string,
	work: (context: BrowserContext) => Promise<T>
): Promise<T> {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: await ensureChromium(),
		args: CHROMIUM_FLAGS,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		viewport: { width: 1440, height: 900 }
	});
	// What tsx makes of functions that run in the page asks for this helper of its own.
	await context.addInitScript('globalThis.__name = (named) => named');
	try {
		return await work(context);
	} finally {
		await context.close();
	}
}

/** What the work gives each time, so often. */
export async function repeat<T>(runs: number, work: (run: number) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	for (let run = 0; run < runs; run += 1) results.push(await work(run));
	return results;
}

/** The folder of the bare pages, built and compressed as the app is. */
async function ensureBare(): Promise<string> {
	const folder = join(CACHE, 'bare');
	const mark = join(folder, 'built.txt');
	const fingerprint = await fingerprintOf(['test/bench/bare', 'package-lock.json']);
	if (existsSync(mark) && (await readFile(mark, 'utf8')) === fingerprint) return folder;
	tell('Building the bare pages …');
	const root = join(ROOT, 'test', 'bench', 'bare');
	const pages = ['gauge-svg', 'gauge-echarts', 'readers'].map((name) => join(root, `${name}.html`));
	await build({
		...{ root, configFile: false, logLevel: 'error', worker: { format: 'es' } },
		build: {
			...{ outDir: folder, emptyOutDir: true, target: 'es2023' },
			rollupOptions: { input: pages }
		}
	});
	await compressFiles(folder);
	await writeFile(mark, fingerprint);
	return folder;
}

/** Served with the caching and the compression of the app. */
export async function serveFolder(
	folder: string
): Promise<{ origin: string; close: () => Promise<void> }> {
	const answer = sirv(folder, {
		...{ etag: true, brotli: true, gzip: true },
		setHeaders: (response, path) =>
			response.setHeader(
				'Cache-Control',
				/^\/(assets|_app\/immutable)\//.test(path)
					? 'public, max-age=31536000, immutable'
					: 'no-cache'
			)
	});
	const server = createServer((request, response) => answer(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
