import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { bundleStore, openStorePage } from './open-store.ts';

const ROUNDS = process.env['EVERY_TAB'] ? 100 : 3;

for (const count of [2, 5]) {
	test(`${count} tabs that write at once all land, ${ROUNDS} times`, async ({
		context,
		origin
	}) => {
		test.setTimeout(60_000 + ROUNDS * 20_000);
		const script = await bundleStore();
		const tabs: Page[] = [];
		for (let nth = 0; nth < count; nth += 1) {
			tabs.push(await openStorePage(context, { origin, script }));
		}
		for (let round = 0; round < ROUNDS; round += 1) {
			const [first, last] = [tabs[0]!, tabs.at(-1)!];
			await first.evaluate(() => globalThis.page.open().then(() => globalThis.page.clear()));
			await everyTab(tabs, () => globalThis.page.open());
			await commitAtOnce(tabs, round);
			await undoAtOnce(tabs);
			await saveRollupsAtOnce(tabs);
			await clearWhileCommitting(first, last);
			if (round === 0 || round === ROUNDS - 1) {
				tabs[0] = await killHolder(context, { tabs, origin, script });
			}
		}
	});
}

async function commitAtOnce(tabs: readonly Page[], round: number): Promise<void> {
	await Promise.all(
		tabs.map((tab, nth) =>
			tab.evaluate(
				([prefix]) => globalThis.page.commit(`${prefix}a`, `${prefix}b`),
				[`${round}-${nth}-`]
			)
		)
	);
	const lists = await everyTab(tabs, () => globalThis.page.files());
	const [list = []] = lists;
	expect(list.length).toBe(2 * tabs.length);
	for (const other of lists) expect(other).toEqual(list);
	const sequences = list.map(({ sequence }) => sequence);
	expect(new Set(sequences).size).toBe(list.length);
	expect(sequences).toEqual(sequences.toSorted((one, other) => one - other));
	// All of a tab's commit lands together.
	const owners = list.map(({ file }) => file.slice(0, -'a.csv'.length));
	expect(owners.filter((owner, place) => owner === owners[place - (place % 2)]).length).toBe(
		list.length
	);
}

async function undoAtOnce(tabs: readonly Page[]): Promise<void> {
	const [tab] = tabs;
	const before = await tab!.evaluate(() => globalThis.page.files());
	await Promise.all(
		tabs.map((each) => each.evaluate((id) => globalThis.page.undo(id), before[0]!.id))
	);
	for (const list of await everyTab(tabs, () => globalThis.page.files())) {
		expect(list).toEqual(before.slice(1));
	}
}

async function saveRollupsAtOnce(tabs: readonly Page[]): Promise<void> {
	await Promise.all(
		tabs.map((tab, nth) => tab.evaluate((byte) => globalThis.page.saveRollup(byte, 'x'), nth))
	);
	const found = await tabs[0]!.evaluate(() => globalThis.page.look());
	expect(found.strays).toBe(0);
}

async function clearWhileCommitting(one: Page, other: Page): Promise<void> {
	const before = await one.evaluate(() => globalThis.page.files());
	await Promise.all([
		one.evaluate(() => globalThis.page.clear()),
		other.evaluate(() => globalThis.page.commit('last'))
	]);
	const after = await other.evaluate(() => globalThis.page.files());
	expect(after.length).toBeLessThanOrEqual(1);
	for (const { file, sequence } of after) {
		expect(file).toBe('last.csv');
		expect(sequence).toBeGreaterThan(before.at(-1)?.sequence ?? 0);
	}
}

/** A tab that dies with the lock in its hand gives it back to the others. */
async function killHolder(
	context: Parameters<typeof openStorePage>[0],
	{ tabs, ...place }: { tabs: readonly Page[]; origin: string; script: string }
): Promise<Page> {
	const [holder, other] = [tabs[0]!, tabs[1]!];
	await holder.evaluate(() => globalThis.page.hold());
	let isDone = false;
	const committing = other
		.evaluate(() => globalThis.page.commit('after'))
		.then(() => (isDone = true));
	await other.waitForTimeout(100);
	expect(isDone).toBe(false);
	await holder.close();
	await committing;
	const list = await other.evaluate(() => globalThis.page.files());
	expect(list.at(-1)?.file).toBe('after.csv');
	return openStorePage(context, place);
}

function everyTab<T>(tabs: readonly Page[], ask: () => Promise<T>): Promise<T[]> {
	return Promise.all(tabs.map((tab) => tab.evaluate(ask)));
}
