import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOrganisation, type Organisation } from '#lib/units/change-organisation.ts';
import { checkUnits } from '#lib/units/check-units.ts';
import type { OrganisationChange } from '#lib/units/organisation-change.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';

const DATE = '2025-07-01';
const EVE = '2025-06-30';

const unit = (code: string, parent?: string): Unit => ({
	code,
	name: `Phường ${code}`,
	kind: 'Phường',
	level: 'xa',
	...(parent && { parent }),
	validFrom: '2020-01-01'
});
const CITY: Organisation = {
	units: [
		unit('T'),
		unit('Q1', 'T'),
		unit('Q2', 'T'),
		unit('A', 'Q1'),
		unit('B', 'Q1'),
		unit('C', 'Q2')
	],
	lineage: []
};

const changed = (change: OrganisationChange, organisation = CITY): Organisation => {
	const result = changeOrganisation(organisation, change);
	if ('faults' in result) throw new Error(JSON.stringify(result.faults));
	return result.organisation;
};
const faultsOf = (change: OrganisationChange): unknown => {
	const result = changeOrganisation(CITY, change);
	return 'faults' in result ? result.faults : [];
};
const details = (code: string, parent: string) => ({
	code,
	name: code,
	kind: 'Phường',
	level: 'xa',
	parent
});
const linesOf = ({ units }: Organisation, date: string): string[] => {
	const tree = createUnitTree(units);
	return tree
		.rootsOn(date)
		.flatMap((root) => [root, ...tree.descendantsOn(root.code, date)])
		.map(({ code, name, parent }) => `${parent ?? ''}/${code} ${name}`)
		.sort();
};

describe('a change of the organisation', () => {
	it('merges units into a new one, which takes over what stood below them', () => {
		const after = changed({
			kind: 'merge',
			date: DATE,
			units: ['Q1', 'Q2'],
			into: details('Q9', 'T')
		});
		expect(linesOf(after, EVE)).toEqual(linesOf(CITY, EVE));
		expect(linesOf(after, DATE)).toEqual([
			'/T Phường T',
			'Q9/A Phường A',
			'Q9/B Phường B',
			'Q9/C Phường C',
			'T/Q9 Q9'
		]);
		expect(after.lineage).toEqual([
			{ date: DATE, kind: 'merge', from: 'Q1', to: 'Q9' },
			{ date: DATE, kind: 'merge', from: 'Q2', to: 'Q9' }
		]);
	});

	it('lets a unit go on under its code that takes in another', () => {
		const into = { ...details('A', 'Q1'), name: 'Phường A' };
		const after = changed({ kind: 'merge', date: DATE, units: ['A', 'B'], into });
		expect(linesOf(after, DATE)).toEqual([
			'/T Phường T',
			'Q1/A Phường A',
			'Q2/C Phường C',
			'T/Q1 Phường Q1',
			'T/Q2 Phường Q2'
		]);
		expect(after.lineage).toEqual([{ date: DATE, kind: 'merge', from: 'B', to: 'A' }]);
	});

	it('splits a unit into parts, with shares or without', () => {
		const into = [
			{ ...details('A1', 'Q1'), share: '0.35' },
			{ ...details('A2', 'Q1'), share: '0.65' }
		];
		const after = changed({ kind: 'split', date: DATE, unit: 'A', into });
		expect(linesOf(after, DATE)).toContain('Q1/A1 A1');
		expect(linesOf(after, DATE)).not.toContain('Q1/A Phường A');
		expect(after.lineage).toEqual([
			{ date: DATE, kind: 'split', from: 'A', to: 'A1', share: '0.35' },
			{ date: DATE, kind: 'split', from: 'A', to: 'A2', share: '0.65' }
		]);
	});

	it('renames, moves, lifts and closes', () => {
		const renamed = changed({ kind: 'rename', date: DATE, unit: 'A', name: 'Phường Mới' });
		const moved = changed({ kind: 'move', date: DATE, unit: 'A', parent: 'Q2' }, renamed);
		const closed = changed({ kind: 'close', date: DATE, unit: 'B' }, moved);
		const lifted = changed(
			{ kind: 'level', date: DATE, unit: 'C', level: 'huyen', unitKind: 'Quận', parent: 'T' },
			closed
		);
		expect(linesOf(lifted, DATE)).toEqual([
			'/T Phường T',
			'Q2/A Phường Mới',
			'T/C Phường C',
			'T/Q1 Phường Q1',
			'T/Q2 Phường Q2'
		]);
		expect(lifted.lineage.map(({ kind }) => kind)).toEqual(['rename', 'move', 'close', 'level']);
	});

	it.each<[string, OrganisationChange, unknown]>([
		[
			'an unknown unit',
			{ kind: 'close', date: DATE, unit: 'X' },
			[{ reason: 'unknown-unit', unit: 'X' }]
		],
		[
			'a unit with others below',
			{ kind: 'close', date: DATE, unit: 'Q1' },
			[{ reason: 'has-units-below', unit: 'Q1' }]
		],
		['the root', { kind: 'close', date: DATE, unit: 'T' }, [{ reason: 'is-root', unit: 'T' }]],
		[
			'a move under itself',
			{ kind: 'move', date: DATE, unit: 'Q1', parent: 'A' },
			[{ reason: 'under-itself' }]
		],
		[
			'a day on which the unit begins',
			{ kind: 'rename', date: '2020-01-01', unit: 'A', name: 'x' },
			[{ reason: 'begins-that-day', unit: 'A' }]
		],
		[
			'a merge of one',
			{ kind: 'merge', date: DATE, units: ['A'], into: details('N', 'Q1') },
			[{ reason: 'too-few' }]
		],
		[
			'a code that is taken',
			{ kind: 'merge', date: DATE, units: ['A', 'B'], into: details('C', 'Q2') },
			[]
		],
		[
			'shares that are not the whole',
			{
				kind: 'split',
				date: DATE,
				unit: 'A',
				into: [
					{ ...details('A1', 'Q1'), share: '0.3' },
					{ ...details('A2', 'Q1'), share: '0.6' }
				]
			},
			[{ reason: 'shares-not-one' }]
		],
		[
			'shares for some parts only',
			{
				kind: 'split',
				date: DATE,
				unit: 'A',
				into: [{ ...details('A1', 'Q1'), share: '0.3' }, details('A2', 'Q1')]
			},
			[{ reason: 'shares-partly' }]
		]
	])('answers %s', (_, change, faults) => {
		expect(faultsOf(change)).toEqual(faults);
	});

	it('leaves every earlier day as it was, and an organisation that holds together', () => {
		const codes = fc.constantFrom('A', 'B', 'C', 'Q1', 'Q2', 'D', 'E');
		const dates = fc.constantFrom('2023-01-01', '2024-05-06', DATE, '2026-07-26');
		const change: fc.Arbitrary<OrganisationChange> = fc.oneof(
			fc.record({
				kind: fc.constant('rename' as const),
				date: dates,
				unit: codes,
				name: fc.constantFrom('x', 'y')
			}),
			fc.record({ kind: fc.constant('move' as const), date: dates, unit: codes, parent: codes }),
			fc.record({ kind: fc.constant('close' as const), date: dates, unit: codes }),
			fc.record({
				kind: fc.constant('merge' as const),
				date: dates,
				units: fc.uniqueArray(codes, { minLength: 2, maxLength: 3 }),
				into: fc
					.constantFrom('D', 'A', 'Q1')
					.chain((code) => codes.map((parent) => details(code, parent)))
			}),
			fc.record({
				kind: fc.constant('split' as const),
				date: dates,
				unit: codes,
				into: codes.map((parent) => [details('D', parent), details('E', parent)])
			})
		);
		fc.assert(
			fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
				let organisation = CITY;
				for (const each of changes) {
					const result = changeOrganisation(organisation, each);
					if ('faults' in result) continue;
					const days = ['2022-12-31', '2023-06-01', EVE, '2026-01-01'].filter(
						(day) => day < each.date
					);
					const before = days.map((day) => linesOf(organisation, day));
					expect(days.map((day) => linesOf(result.organisation, day))).toEqual(before);
					({ organisation } = result);
					const listed = organisation.units.map((record, row) => ({ row, unit: record }));
					const codesListed = new Set(organisation.units.map(({ code }) => code));
					const { issues } = checkUnits(listed, {
						codes: codesListed,
						parentColumn: '',
						codeColumn: ''
					});
					expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
				}
			}),
			{ numRuns: 500 }
		);
	});
});
