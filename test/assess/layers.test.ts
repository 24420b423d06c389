import { describe, expect, it } from 'vitest';
import { layersOf, peersMeanOf, standingIn } from '#lib/assess/layers.ts';
import { type Facts, standingOf } from '#lib/assess/standing.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { countIndicator, ratioIndicator, targetWith, totalsFrom } from './small-totals.ts';

const words = { vi: 'a', en: 'a' };
const catalogue: Catalogue = {
	templates: [],
	undertakings: [],
	checks: [],
	indicators: [ratioIndicator],
	documents: (['central', 'city', 'own'] as const).map((rank) => ({
		...{ id: rank, number: rank, name: words, date: '2022', rank }
	})),
	targets: [
		targetWith({ id: 'own-95', document: 'own', threshold: { comparator: '>=', value: '95' } }),
		targetWith({ id: 'city-90', document: 'city' }),
		targetWith({ id: 'central-90', threshold: { comparator: '>', value: '90' } }),
		targetWith({ id: 'central-80', threshold: { comparator: '>=', value: '80' } }),
		targetWith({ id: 'city-2030', document: 'city', from: 2030 })
	]
};
const facts: Facts = {
	catalogue,
	totals: totalsFrom({ '2024': { P: [92, 100], A: [1, 2], B: [30, 40], C: [0, 0] } }),
	adoption: {},
	settings: productSettings()
};
const period = '2024';
const standing = standingOf(facts, { path: ['P'], period, indicator: ratioIndicator });

describe('layers', () => {
	it('stand from the highest down, each with its targets in force and the strictest of them', () => {
		const told = layersOf(standing, { catalogue, period }).map(
			({ rank, assessments, leading }) => ({
				rank,
				targets: assessments.map(({ target }) => target.id),
				leading: leading.target.id,
				status: leading.status
			})
		);
		expect(told).toEqual([
			{
				rank: 'central',
				targets: ['central-90', 'central-80'],
				leading: 'central-90',
				status: 'met'
			},
			{ rank: 'city', targets: ['city-90'], leading: 'city-90', status: 'met' },
			{ rank: 'own', targets: ['own-95'], leading: 'own-95', status: 'not-met' }
		]);
	});

	it('switched off leave the status to the strictest target left', () => {
		const leading = (...layers: ('central' | 'city' | 'own')[]) =>
			standingIn(standing, { catalogue, period, layers: new Set(layers) }).leading?.target.id;
		expect(standing.leading?.target.id).toBe('own-95');
		expect(leading('central', 'city')).toBe('central-90');
		expect(leading('city')).toBe('city-90');
		expect(leading()).toBe(undefined);
	});
});

describe('the mean of the peers', () => {
	it('is the sum of their numerators over that of their denominators', () => {
		const question = { peers: ['A', 'B', 'C', 'D'], period, indicator: ratioIndicator };
		expect(peersMeanOf(facts.totals, question)).toEqual({
			value: { numerator: 31n, denominator: 42n },
			units: 2
		});
		expect(peersMeanOf(facts.totals, { ...question, peers: ['C'] })).toBe(undefined);
	});

	it('is for a count what each of them has on the average', () => {
		const question = { peers: ['A', 'B', 'C'], period, indicator: countIndicator };
		expect(peersMeanOf(facts.totals, question)).toEqual({
			value: { numerator: 31n, denominator: 3n },
			units: 3
		});
	});
});
