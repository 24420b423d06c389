import { describe, expect, it } from 'vitest';
import { strictestTarget, targetsFor } from '#lib/assess/targets-for.ts';
import type { Catalogue, Comparator, Target } from '#lib/catalogue/catalogue.ts';
import { ratioIndicator, targetWith } from './small-totals.ts';

const words = { vi: 'a', en: 'a' };

function targetOf(comparator: Comparator, value: string, more: Partial<Target> = {}): Target {
	return targetWith({ id: `${comparator}${value}`, threshold: { comparator, value }, ...more });
}

function catalogueOf(targets: Target[]): Catalogue {
	return {
		templates: [],
		undertakings: [],
		checks: [],
		indicators: [ratioIndicator],
		documents: [
			{ id: 'central', number: '21', name: words, date: '2022-06-16', rank: 'central' },
			{ id: 'city', number: 'CT', name: words, date: '2022-09-01', rank: 'city' },
			{ id: 'own', number: 'NQ', name: words, date: '2025-09-01', rank: 'own' }
		],
		targets
	};
}

function idsFor(targets: Target[], path: string[], adoption = {}): string[] {
	return targetsFor(catalogueOf(targets), { indicator: 'ratio', path, adoption }).map(
		({ id }) => id
	);
}

describe('targets', () => {
	it('of a city programme, and own goals, apply to the unit that adopts them and below', () => {
		const targets = [
			targetOf('>', '90'),
			targetOf('>=', '90', { document: 'city' }),
			targetOf('>=', '95', { document: 'own' })
		];
		expect(idsFor(targets, ['MH', 'MH01'])).toEqual(['>90', '>=90', '>=95']);
		expect(idsFor(targets, ['MH', 'MH01'], { city: 'MH01', own: 'MH02' })).toEqual(['>90', '>=90']);
		expect(idsFor(targets, ['MH', 'MH02'], { city: 'MH01', own: 'MH02' })).toEqual(['>90', '>=95']);
	});

	it('that name their unit apply there and below, whoever adopted the document', () => {
		const targets = [targetOf('>=', '95', { document: 'own', unit: 'MH01' })];
		expect(idsFor(targets, ['MH', 'MH01'], { own: 'MH02' })).toEqual(['>=95']);
		expect(idsFor(targets, ['MH', 'MH01', 'MH0101'])).toEqual(['>=95']);
		expect(idsFor(targets, ['MH'])).toEqual([]);
		expect(idsFor([targetOf('>', '90', { unit: 'MH01' })], ['MH', 'MH02'])).toEqual([]);
	});

	it('stand on every indicator that their sentence speaks of', () => {
		expect(idsFor([targetOf('>=', '1', { indicator: 'other', also: ['ratio'] })], ['MH'])).toEqual([
			'>=1'
		]);
		expect(idsFor([targetOf('>=', '1', { indicator: 'other' })], ['MH'])).toEqual([]);
	});

	it('are led by the strictest one in force, by its value of the year', () => {
		const strict = targetOf('>', '90');
		const later = targetOf('=', '100', { from: 2030 });
		const year = { year: 2024, isRatio: true };
		expect(strictestTarget([targetOf('>=', '90'), strict, later], year)).toBe(strict);
		expect(strictestTarget([later], year)).toBe(undefined);
		const path = targetWith({
			threshold: { comparator: '>=', value: '80', path: [{ from: 2025, value: '95' }] }
		});
		expect(strictestTarget([strict, path], year)).toBe(strict);
		expect(strictestTarget([strict, path], { ...year, year: 2025 })).toBe(path);
	});
});
