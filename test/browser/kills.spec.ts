import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, findChromium } from '#scripts/install-chromium.mjs';
import { type Browser, chromium } from '@playwright/test';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { expect, test } from './app.ts';
import { bundleStore, openStorePage } from './open-store.ts';
import { held, openStore, step } from './store-work.ts';

const KILLS = process.env['EVERY_KILL'] ? 60 : 4;
const SEED = Number(process.env['KILL_SEED'] ?? 20261122);
/** Steps take some hundredths of a second each. */
const LONGEST = 900;

test(`a browser that is killed ${KILLS} times at any moment keeps the state before or after each step`, async ({
	origin
}) => {
	test.setTimeout(KILLS * 40_000);
	const profile = await mkdtemp(join(tmpdir(), 'thuocdo-kill-'));
	const script = await bundleStore();
	const random = randomFrom(SEED);
	const expected = await expectedStates();
	let told = 0;
	try {
		for (let kill = 0; kill <= KILLS; kill += 1) {
			const { browser, child } = await launch(profile);
			const context = browser.contexts()[0] ?? (await browser.newContext());
			const page = await openStorePage(context, { origin, script });
			const found = await page.evaluate(() => globalThis.page.look());
			expect(found.steps).toBeGreaterThanOrEqual(told);
			expect(found).toEqual(await expected(found.steps));
			told = found.steps;
			if (kill < KILLS) {
				await page.exposeFunction('told', (nth: number) => void (told = Math.max(told, nth)));
				page.evaluate((from) => globalThis.page.run(from), found.steps).catch(() => undefined);
				await new Promise((resolve) => setTimeout(resolve, random() * LONGEST));
			}
			await end(child, browser);
		}
		process.stdout.write(`${KILLS} kills over ${told} steps, seed ${SEED}\n`);
		expect(told).toBeGreaterThan(KILLS);
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});

/** What a browser that was never killed holds after so many steps. */
async function expectedStates(): Promise<(steps: number) => Promise<object>> {
	const files = memoryFiles();
	const store = await openStore(files);
	const states: object[] = [];
	return async (steps) => {
		while (states.length <= steps) {
			if (states.length > 0) await step(store, states.length - 1);
			const state = await held(await openStore(files), files);
			states.push({ ...state, steps: states.length, strays: 0 });
		}
		return states[steps] ?? {};
	};
}

async function launch(profile: string): Promise<{ browser: Browser; child: ChildProcess }> {
	const executable = (await findChromium()) ?? chromium.executablePath();
	const child = spawn(
		executable,
		[
			...[...CHROMIUM_FLAGS, '--headless=new', '--remote-debugging-port=0'],
			...[`--user-data-dir=${profile}`, '--no-first-run', 'about:blank']
		],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const address = await new Promise<string>((resolve, reject) => {
		let said = '';
		child.stderr.on('data', (data: Buffer) => {
			said += data.toString();
			const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
			if (found) resolve(found);
		});
		child.on('exit', () => reject(new Error(`the browser did not start: ${said}`)));
	});
	return { browser: await chromium.connectOverCDP(address), child };
}

/** Kills the browser with all of its processes at once, as a power cut would. */
async function end(child: ChildProcess, browser: Browser): Promise<void> {
	const gone = new Promise((resolve) => child.once('exit', resolve));
	if (child.pid) process.kill(-child.pid, 'SIGKILL');
	await gone;
	await browser.close().catch(() => undefined);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
