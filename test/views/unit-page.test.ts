import { describe, expect, it } from 'vitest';
import { unitChildren, unitProfile, unitTable } from '#lib/views/unit-page.ts';
import { EXAMPLE_TREE, groundOf, rated } from './example-ground.ts';

const ground = groundOf(
	rated('MH', '2024', { numerator: 122, denominator: 132 }),
	rated('MH', '2025', { numerator: 80, denominator: 100 }),
	rated('MH', '2025-Q4', { numerator: 80, denominator: 100 }),
	rated('P1', '2025', { numerator: 9, denominator: 10 })
);

describe('the table of a unit', () => {
	it('leads with the newest year, and with the period shown where it is none', () => {
		const marks = (period: string) =>
			unitTable(ground, { path: ['MH'], period, language: 'vi' }).columns.map(
				({ mark, isShown }) => (isShown ? `[${mark}]` : mark)
			);
		expect(marks('2024')).toEqual(['2025', '[2024]']);
		expect(marks('2025-Q4')).toEqual(['[IV/25]', '2025', '2024']);
	});

	it('leaves out the years in which the unit does not exist', () => {
		const viewpoint = { path: ['MH', 'P1'], period: '2025', language: 'vi' } as const;
		expect(unitTable(ground, viewpoint).columns.map(({ mark }) => mark)).toEqual(['2025']);
	});

	it('holds every indicator once, the headline ones first', () => {
		const { groups } = unitTable(ground, { path: ['MH'], period: '2025', language: 'vi' });
		const ids = groups.flatMap(({ rows }) => rows.map(({ reading }) => reading.indicator));
		expect(groups[0]?.label).toBe('Bốn chỉ tiêu chính');
		expect(ids.slice(0, 4)).toEqual([
			'grassroots-rated-good',
			'committee-political-theory',
			'plan-women',
			'plan-young'
		]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toHaveLength(ground.facts.catalogue.indicators.length);
	});

	it('prints a value for each column', () => {
		const { groups } = unitTable(ground, { path: ['MH'], period: '2025', language: 'vi' });
		expect(groups[0]?.rows[0]?.cells.map(({ standing }) => standing?.text)).toEqual([
			'80,00%',
			'92,42%'
		]);
		expect(groups[0]?.rows.slice(0, 2).map(({ goals }) => goals)).toEqual([
			['NQ 21: trên 90%', 'Đà Nẵng: từ 90%'],
			['Đà Nẵng, KH 256: đạt 100%', 'Đà Nẵng, KH 256: tăng so với cùng kỳ năm trước']
		]);
	});
});

describe('the units below', () => {
	it('show their headline indicators on the map of the period', () => {
		const { headlines, units } = unitChildren(ground, {
			path: ['MH'],
			period: '2025',
			language: 'vi'
		});
		expect(headlines.map(({ indicator }) => indicator)).toHaveLength(4);
		expect(units.map(({ name, cells }) => [name, cells[0]?.words])).toEqual([
			['Phường 1', 'Phường 1, TCCSĐ hoàn thành tốt trở lên, năm 2025: 90,00%, Chưa đạt'],
			['Khối cơ quan', 'Khối cơ quan, TCCSĐ hoàn thành tốt trở lên, năm 2025: Chưa có số liệu']
		]);
	});
});

describe('the profile of a unit', () => {
	it('says since when, and until when, it exists', () => {
		expect(unitProfile(EXAMPLE_TREE.find('P1')!, 'vi').validity).toBe('hoạt động từ 01/07/2025');
		expect(unitProfile(EXAMPLE_TREE.find('Q1')!, 'vi').validity).toBe(
			'hoạt động từ 01/01/2020 đến 30/06/2025'
		);
	});
});
