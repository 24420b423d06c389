import { describe, expect, it } from 'vitest';
import { scorecardUnits } from '#lib/views/scorecard-units.ts';
import { cityOf, unitsOf } from './scorecard-ground.ts';

const ground = cityOf();

describe('the units of a scorecard', () => {
	it('are the one in view, then those directly below it, in list order', () => {
		expect(unitsOf(ground, 'children')).toEqual([
			{
				unit: 'MH',
				name: 'Thành phố',
				path: ['MH'],
				level: 0,
				isBranch: true,
				searched: 'thanh pho mh'
			},
			{
				unit: 'Q1',
				name: 'Quận Nhất',
				path: ['MH', 'Q1'],
				level: 1,
				isBranch: true,
				searched: 'quan nhat q1'
			},
			{
				unit: 'KCQ',
				name: 'Khối cơ quan',
				path: ['MH', 'KCQ'],
				level: 1,
				isBranch: false,
				searched: 'khoi co quan kcq'
			},
			{
				unit: 'Q2',
				name: 'Quận Hai',
				path: ['MH', 'Q2'],
				level: 1,
				isBranch: true,
				searched: 'quan hai q2'
			}
		]);
	});

	it('are those without units below them, each with the name of what it is part of', () => {
		const leaves = unitsOf(ground, 'leaves').slice(1);
		expect(leaves.map(({ unit, above, level }) => [unit, above, level])).toEqual([
			['P10', 'Quận Nhất', 1],
			['P2', 'Quận Nhất', 1],
			['KCQ', undefined, 1],
			['PDA', 'Quận Hai', 1]
		]);
	});

	it('are the whole branch, each unit before those below it', () => {
		const branch = unitsOf(ground, 'branch');
		expect(branch.map(({ unit, level }) => `${'·'.repeat(level)}${unit}`)).toEqual([
			'MH',
			'·Q1',
			'··P10',
			'··P2',
			'·KCQ',
			'·Q2',
			'··PDA'
		]);
	});

	it('are the unit alone where none stands below it, and none where it does not exist', () => {
		const ask = { period: '2024', scope: 'children' } as const;
		const [alone, ...below] = scorecardUnits(ground, { ...ask, path: ['MH', 'KCQ'] });
		expect([alone?.unit, alone?.isBranch, below]).toEqual(['KCQ', false, []]);
		expect(scorecardUnits(ground, { ...ask, path: ['NX'] })).toEqual([]);
	});
});
