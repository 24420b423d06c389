import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { checkBeside, checkColumnsBeside } from '#lib/ingest/check-beside.ts';
import type { Entry } from '#lib/ingest/draft.ts';
import { columnsOf } from '#lib/ingest/entry-columns.ts';
import { figuresInForce } from '#lib/ingest/figures.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { longEntries, longUnits } from '#test/ingest/long-file.ts';

const RUNS = Number(process.env.LONG_FILES ?? 60);
const tree = createUnitTree(await longUnits());
const options = { catalogue: productCatalogue(), tree, limits: productSettings().checks };
const MEASURES = [
	'b7.cb',
	'b1.cbcs',
	'b1.cbtt',
	'b2.dv_dau',
	'b2.dv_cuoi',
	'b2.khai_tru',
	'b7.vv_dv_xl'
];

const change = fc.record({
	at: fc.nat(),
	to: fc.oneof(
		fc.record({ value: fc.bigInt({ min: 0n, max: 2000n }) }),
		fc.record({ value: fc.constantFrom(0n, 2n ** 40n) }),
		fc.record({
			state: fc.constantFrom<Entry['state']>('missing', 'not-applicable'),
			value: fc.constant(0n)
		}),
		fc.record({ measure: fc.constantFrom(...MEASURES) }),
		fc.record({ period: fc.constantFrom('2024', '2024-H1', '2024-H2', '2023', '2022-Q4') }),
		fc.record({ like: fc.constant('the period before' as const) })
	)
});

/** The entries with some of them changed, those that repeat another left out. */
function changed(
	entries: readonly Entry[],
	changes: readonly { at: number; to: object }[]
): Entry[] {
	const own = [...entries];
	for (const { at, to } of changes) {
		const place = at % own.length;
		const entry = own[place];
		if (!entry) continue;
		if (!('like' in to)) own[place] = { ...entry, ...to };
		else
			for (const [each, { unit, period, measure }] of own.entries()) {
				if (unit !== entry.unit || period !== '2024-Q4') continue;
				const before = own.find(
					(other) => other.unit === unit && other.measure === measure && other.period === '2024-Q3'
				);
				own[each] = { ...own[each], value: before?.value ?? 0n } as Entry;
			}
	}
	const cells = new Map(
		own.map((entry) => [`${entry.unit} ${entry.period} ${entry.measure}`, entry])
	);
	return [...cells.values()].sort((a, b) => a.row - b.row);
}

describe('checkColumnsBeside', () => {
	test('says of entries in columns what is said of them one by one', async () => {
		const entries = await longEntries({ units: 4, quarters: 7 });
		let silent = 0;
		fc.assert(
			fc.property(
				fc.array(change, { maxLength: 8 }),
				fc.array(change, { maxLength: 4 }),
				fc.nat(entries.length),
				(own, others, from) => {
					const drafted = changed(entries.slice(from), own);
					if (drafted.length === 0) return;
					const beside = figuresInForce([changed(entries.slice(0, from + 40), others)]);
					const issues = checkBeside(drafted, { ...options, beside });
					if (issues.length === 0) silent += 1;
					expect(checkColumnsBeside(columnsOf(drafted), { ...options, beside })).toEqual(issues);
				}
			),
			{ numRuns: RUNS }
		);
		expect(silent).toBeLessThan(RUNS);
	});

	test('follows rules of any length', () => {
		const [base] = options.catalogue.checks;
		if (!base) throw new Error('no check');
		const left = Array.from({ length: 12 }, (_, at) => `m${at}`);
		const rule = { ...base, left, right: ['total'], comparator: '=' as const };
		const catalogue = { ...options.catalogue, checks: [rule] };
		const [unit = ''] = tree.units.map(({ code }) => code);
		const common = { unit, period: '2024-Q4', column: 3, state: 'figure' as const };
		const drafted = [...left, 'total'].map((measure, at): Entry => {
			return { ...common, measure, row: 4 + at, value: 1n };
		});
		const against = { ...options, catalogue, beside: figuresInForce([]) };
		const issues = checkColumnsBeside(columnsOf(drafted), against);
		expect(issues).not.toEqual([]);
		expect(issues).toEqual(checkBeside(drafted, against));
	});
});
