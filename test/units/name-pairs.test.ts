import { describe, expect, it } from 'vitest';
import { createUnitFinder } from '#lib/units/find-unit.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { openRows, openUnits } from './open-list.ts';

const KINDS: Record<string, LineageEvent['kind']> = { doi_ten: 'rename', sap_nhap: 'merge' };

const units = openUnits('test/fixtures/units/song-thu.csv');
const lineage = recordsOf('song-thu-lineage.csv').map(([date, kind, from, to]): LineageEvent => {
	return { date, kind: KINDS[kind] ?? 'close', from, to };
});
const find = createUnitFinder(units, lineage);

/** The rows of four cells below the header of a fixture. */
function recordsOf(name: string): [string, string, string, string][] {
	return openRows(`test/fixtures/units/${name}`)
		.slice(1)
		.map(([a, b, c, d]) => [String(a ?? ''), String(b ?? ''), String(c ?? ''), String(d ?? '')]);
}

describe('a spelling of a unit’s name', () => {
	const pairs = recordsOf('name-pairs.csv');

	it('has two hundred examples and more', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(200);
	});

	it.each(pairs)('(%s) “%s” on %s is that of %s', (_, text, date, code) => {
		expect(find(text, { date })).toMatchObject({ kind: 'found', unit: { code } });
	});
});

describe('a text that only resembles a name', () => {
	const misses = recordsOf('near-misses.csv');

	it('has fifty examples and more', () => {
		expect(misses.length).toBeGreaterThanOrEqual(50);
	});

	it.each(misses)('(%s) “%s” on %s matches nothing by itself, and suggests “%s”', (...miss) => {
		const [, text, date, suggested] = miss;
		expect(find(text, { date }).kind).not.toBe('found');
		expect(find.suggest(text, { date })[0]?.unit.code ?? '').toBe(suggested);
	});
});
