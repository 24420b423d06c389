import { expect, it } from 'vitest';
import { scorecardLegend } from '#lib/views/scorecard-legend.ts';
import { cityOf } from './scorecard-ground.ts';

it('the key to a scorecard says the effective gap of the settings', () => {
	const { facts } = cityOf();
	const settings = { ...facts.settings, effectiveGapPoints: '2.5' };
	const { arrow, statuses } = scorecardLegend({ ...facts, settings }, 'vi');
	expect(arrow).toContain('từ 2,5 điểm % trở lên');
	expect(statuses.map(({ word }) => word)).toContain('Chưa đủ căn cứ');
});
