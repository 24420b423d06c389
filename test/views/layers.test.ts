import { describe, expect, it } from 'vitest';
import { SHOWN_LAYERS } from '#lib/base/shown-layers.ts';
import { layerChoices, onLayers, peersLine } from '#lib/views/layers.ts';
import { readingOf } from '#lib/views/overview-reading.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const ground = groundOf(
	rated('MH', '2024', { numerator: 90, denominator: 100 }),
	rated('Q1', '2024', { numerator: 45, denominator: 50 }),
	rated('Q2', '2024', { numerator: 30, denominator: 30 }),
	rated('Q10', '2024', { numerator: 15, denominator: 20 })
);
const question = { unit: 'Q1', period: '2024', indicator, language: 'vi' as const };

describe('the layers of an indicator', () => {
	it('are those that hold a target, and the peers where they have a value', () => {
		const choices = layerChoices(ground, question, new Set(['city']));
		expect(choices.map(({ layer, isShown }) => [layer, isShown])).toEqual([
			['central', false],
			['city', true],
			['peers', false]
		]);
		const root = layerChoices(ground, { ...question, unit: 'MH' }, new Set(SHOWN_LAYERS));
		expect(root.map(({ name }) => name)).toEqual(['Trung ương', 'Thành phố']);
	});

	it('that are left out are no longer spoken of', () => {
		const viewpoint = { path: ['MH', 'Q1'], period: '2024', language: 'vi' as const };
		const statusOn = (...layers: ('central' | 'city')[]): string =>
			readingOf(onLayers(ground, new Set(layers)).facts, indicator, viewpoint).status.status;
		expect(statusOn('central', 'city')).toBe('not-met');
		expect(statusOn('city')).toBe('met');
		expect(statusOn()).toBe('not-applicable');
	});

	it('hold a unit against what the units of its kind reach together, not against their percentages', () => {
		expect(peersLine(ground, question)).toEqual({
			text: '90,00%',
			words: 'Trung bình 2 đơn vị cùng loại: 90,00%'
		});
		expect(peersLine(ground, { ...question, unit: 'MH' })).toBeUndefined();
	});
});
