import { describe, expect, it } from 'vitest';
import type { Unit } from '#lib/units/unit.ts';
import { ledgerRows } from '#lib/views/ledger-rows.ts';
import { undertakingLines } from '#lib/views/ledger.ts';
import { unitTasks } from '#lib/views/unit-tasks.ts';
import { fact, groundOf, undertaking } from './ledger-ground.ts';

const DUE = { kind: 'once', last: '2024-12-31' } as const;
const place = { kind: 'Khối cơ quan', level: 'xa', parent: 'MH', validFrom: '2020-01-01' };
const POLICE: Unit = { ...place, code: 'CA', name: 'Đảng bộ Công an thành phố' };
const COMMITTEE: Unit = { ...place, code: 'UB', name: 'Đảng bộ Ủy ban nhân dân thành phố' };
const WARD: Unit = { ...place, code: 'K1', name: 'Đảng bộ phường An Bình', kind: 'Phường' };

const rows = ledgerRows(
	undertakingLines(
		groundOf(
			[
				undertaking('each', DUE, { lead: 'Từng đơn vị', owedBy: 'each-unit' }),
				undertaking('police', DUE, { lead: 'Công an Thành phố, Ban Chỉ huy Quân sự Thành phố' }),
				undertaking('beside', DUE, {
					lead: 'Ban Tổ chức Thành ủy',
					coordinating: 'Ban cán sự đảng UBND thành phố'
				}),
				undertaking('all', DUE, { lead: 'Các cấp ủy trực thuộc Thành ủy' }),
				undertaking(
					'late',
					{ kind: 'once', last: '2024-02-01' },
					{ lead: 'Các cấp uỷ, tổ chức đảng' }
				),
				undertaking('centre', DUE, {
					lead: 'Các tỉnh uỷ, thành uỷ, đảng uỷ trực thuộc Trung ương'
				}),
				undertaking('above', DUE, { lead: 'Cấp ủy cấp trên' })
			],
			[fact('late', { state: 'in-progress' })],
			{ path: ['MH', 'K', 'K1'] }
		)
	),
	{ documents: [], templates: [], language: 'vi' }
);

const tasksOf = (unit: Unit, isTop = false) =>
	unitTasks(rows, { unit, isTop }).map((group) => [group.reason, group.rows.map(({ id }) => id)]);

describe('what a unit has to do', () => {
	it('is what it owes by itself, what names it and what names all committees, the late first', () => {
		expect(tasksOf(POLICE)).toEqual([
			['own', ['each']],
			['named', ['police']],
			['common', ['late', 'all']]
		]);
	});

	it('knows a body by the abbreviation that documents use, also where it only takes part', () => {
		expect(tasksOf(COMMITTEE)[1]).toEqual(['named', ['beside']]);
	});

	it('leaves out what speaks of others', () => {
		expect(tasksOf(WARD)).toEqual([
			['own', ['each']],
			['common', ['late', 'all']]
		]);
	});

	it('is all of it for the topmost unit', () => {
		const [[reason, ids] = []] = tasksOf(WARD, true);
		expect([reason, ids?.length]).toEqual(['whole', 7]);
	});
});
