import { describe, expect, it } from 'vitest';
import { isSameGround, openGround } from '#lib/state/ground.ts';
import { storeWith } from '#test/store/additions.ts';

describe('two grounds', () => {
	it('are the same where only what is kept beside the figures differs', async () => {
		const { store } = await storeWith('a.csv');
		const ground = await openGround(store, (work) => work());
		const { manifest } = ground;
		const noted = { ...ground, manifest: { ...manifest, sequence: manifest.sequence + 1 } };
		expect(isSameGround(ground, noted)).toBe(true);
		expect(isSameGround(undefined, undefined)).toBe(true);
	});

	it('differ in their submissions, units, events and catalogue', async () => {
		const { store } = await storeWith('a.csv');
		const ground = await openGround(store, (work) => work());
		const { manifest, catalogue } = ground;
		const submissions = [...manifest.submissions];
		expect(isSameGround(ground, { ...ground, manifest: { ...manifest, submissions } })).toBe(false);
		expect(isSameGround(ground, { ...ground, units: [...ground.units] })).toBe(false);
		expect(isSameGround(ground, { ...ground, lineage: [...ground.lineage] })).toBe(false);
		expect(isSameGround(ground, { ...ground, catalogue: { ...catalogue } })).toBe(false);
		expect(isSameGround(ground, undefined)).toBe(false);
	});
});
