import { describe, expect, it } from 'vitest';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { changeWords, eventDays } from '#lib/views/organisation-events.ts';

const unit = (code: string, name: string, validFrom: string, validTo?: string): Unit => ({
	...{ code, name, kind: 'Phường', level: 'xa', parent: 'T', validFrom },
	...(validTo && { validTo })
});
const tree = createUnitTree([
	{ ...unit('T', 'Thành phố', '2020-01-01'), parent: undefined },
	unit('1', 'Phường 1', '2020-01-01', '2025-06-30'),
	unit('2', 'Phường 2', '2020-01-01', '2025-06-30'),
	unit('9', 'Phường Mới', '2025-07-01', '2026-07-25'),
	unit('9a', 'Phường Đông', '2026-07-26'),
	unit('9b', 'Phường Tây', '2026-07-26')
]);
const LINEAGE: LineageEvent[] = [
	{ date: '2025-07-01', kind: 'merge', from: '1', to: '9' },
	{ date: '2025-07-01', kind: 'merge', from: '2', to: '9' },
	{ date: '2026-07-26', kind: 'split', from: '9', to: '9a', share: '0.355' },
	{ date: '2026-07-26', kind: 'split', from: '9', to: '9b', share: '0.645' }
];

describe('events of units in words', () => {
	it('stand by day, the newest first, the parts of one merger or split together', () => {
		expect(eventDays(LINEAGE, { tree, language: 'vi' })).toEqual([
			{
				date: '2026-07-26',
				day: '26/07/2026',
				rows: [
					{ kind: 'Chia tách', words: 'Phường Mới → Phường Đông (35,50%), Phường Tây (64,50%)' }
				]
			},
			{
				date: '2025-07-01',
				day: '01/07/2025',
				rows: [{ kind: 'Sáp nhập', words: 'Phường 1, Phường 2 → Phường Mới' }]
			}
		]);
	});

	it('name a unit once that changes its level and keeps its name', () => {
		const level: LineageEvent = { date: '2025-07-01', kind: 'level', from: '9', to: '9' };
		const before = createUnitTree([
			...tree.units.filter(({ code }) => code !== '9'),
			unit('9', 'Phường Mới', '2020-01-01')
		]);
		expect(eventDays([level], { tree: before, language: 'vi' })[0]?.rows).toEqual([
			{ kind: 'Chuyển cấp', words: 'Phường Mới, trực thuộc Thành phố' }
		]);
	});

	it('tell a change in the making in the same words', () => {
		const into = { code: '9', name: 'Phường Mới', kind: 'Phường', level: 'xa', parent: 'T' };
		const change = { kind: 'merge' as const, date: '2025-07-01', units: ['1', '2'], into };
		expect(changeWords(change, { tree, language: 'en' })).toBe('Phường 1, Phường 2 → Phường Mới');
		const move = { kind: 'move' as const, date: '2025-07-01', unit: '9', parent: 'T' };
		expect(changeWords(move, { tree, language: 'vi' })).toBe('Phường Mới về trực thuộc Thành phố');
	});
});
