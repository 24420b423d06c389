import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardCells, guardCellsStepwise } from '#lib/views/guard-cells.ts';
import type { GuardedCount, GuardedSum } from '#lib/views/guard-ground.ts';
import { isPinnedDown, numbersOf } from './work-out-cells.ts';

const BELOW = 5;

it('withholds a small count and the cheapest of its siblings, for the total tells the last one', () => {
	const counts = marked({ total: 60, a: 3, b: 40, c: 17 });
	const sums = [sum('total', 'a', 'b', 'c')];
	expect(guardCells({ counts, sums, below: BELOW })).toEqual(
		new Map([
			['a', 'small'],
			['c', 'complement']
		])
	);
});

it('withholds nothing where nothing small is marked, and leaves zeros alone', () => {
	const counts = [...marked({ total: 60, a: 0, b: 60 }), ...unmarked({ whole: 3, part: 3 })];
	const sums = [sum('total', 'a', 'b'), sum('whole', 'part')];
	expect(guardCells({ counts, sums, below: BELOW })).toEqual(new Map());
});

it('lets small counts protect each other where neither sum nor bounds tell them', () => {
	const counts = marked({ total: 45, a: 3, b: 2, c: 40 });
	expect(guardCells({ counts, sums: [sum('total', 'a', 'b', 'c')], below: BELOW })).toEqual(
		new Map([
			['a', 'small'],
			['b', 'small']
		])
	);
});

it('withholds a third where two ones, each from 1 to 4, add up to two', () => {
	const counts = marked({ total: 42, a: 1, b: 1, c: 40 });
	expect(guardCells({ counts, sums: [sum('total', 'a', 'b', 'c')], below: BELOW })).toEqual(
		new Map([
			['a', 'small'],
			['b', 'small'],
			['c', 'complement']
		])
	);
});

it('withholds the whole of which a small count could only be all or one number', () => {
	const counts: GuardedCount[] = [
		{ id: 'part', value: 1, isMarked: true, within: 'whole' },
		{ id: 'whole', value: 1, isMarked: false }
	];
	expect(guardCells({ counts, sums: [], below: BELOW })).toEqual(
		new Map([
			['part', 'small'],
			['whole', 'complement']
		])
	);
});

it('closes the rectangle of a table with totals on both sides', () => {
	const counts = marked({
		...{ a1: 3, a2: 20, a3: 30, a: 53 },
		...{ b1: 9, b2: 40, b3: 50, b: 99 },
		...{ c1: 70, c2: 80, c3: 90, c: 240 },
		...{ t1: 82, t2: 140, t3: 170, t: 392 }
	});
	const rows = ['a', 'b', 'c', 't'].map((row) => sum(row, `${row}1`, `${row}2`, `${row}3`));
	const columns = ['1', '2', '3', ''].map((column) =>
		sum(`t${column}`, `a${column}`, `b${column}`, `c${column}`)
	);
	expect(guardCells({ counts, sums: [...rows, ...columns], below: BELOW })).toEqual(
		new Map([
			['a1', 'small'],
			['b1', 'complement'],
			['a2', 'complement'],
			['b2', 'complement']
		])
	);
});

it('protects a small count that is not shown, yet follows from a total and the siblings shown', () => {
	const counts: GuardedCount[] = [
		...marked({ total: 50, a: 30, b: 18 }),
		{ id: 'rest', value: 2, isMarked: true, isUnprinted: true }
	];
	expect(guardCells({ counts, sums: [sum('total', 'a', 'b', 'rest')], below: BELOW })).toEqual(
		new Map([['b', 'complement']])
	);
});

it('leaves no marked small count that the sums of a tree pin down', () => {
	fc.assert(
		fc.property(tree(), ({ counts, sums }) => {
			const withheld = guardCells({ counts, sums, below: BELOW });
			for (const { id, value, isMarked } of counts) {
				const isSmall = isMarked && value > 0 && value < BELOW;
				if (withheld.get(id) === 'small') expect(isSmall).toBe(true);
				if (isSmall) expect(withheld.has(id)).toBe(true);
				if (isSmall) expect(isPinnedDown(id, { counts, sums, withheld })).toBe(false);
			}
		}),
		{ numRuns: 300 }
	);
});

it('leaves no marked small count that the sums of a tree of levels pin down', () => {
	fc.assert(
		fc.property(levelledTree(), ({ counts, sums }) => {
			const withheld = guardCells({ counts, sums, below: BELOW });
			for (const id of smallOf(counts))
				expect(isPinnedDown(id, { counts, sums, withheld })).toBe(false);
		}),
		{ numRuns: 60 }
	);
});

it('leaves to each marked small count at least two numbers that agree with all that is shown', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 7 }), { minLength: 2, maxLength: 5 }), (values) => {
			const parts = values.map((value, at) => [`p${at}`, value] as const);
			const total = values.reduce((a, b) => a + b, 0);
			const counts = marked({ total, ...Object.fromEntries(parts) });
			const sums = [sum('total', ...parts.map(([id]) => id))];
			const withheld = guardCells({ counts, sums, below: BELOW });
			for (const id of smallOf(counts))
				expect(numbersOf(id, { counts, sums, withheld, below: BELOW }).size).toBeGreaterThan(1);
		}),
		{ numRuns: 300 }
	);
});

it('leaves each small count of a tree open in whole numbers too, and withholds no complement that it could show', () => {
	fc.assert(
		fc.property(tree(), ({ counts, sums }) => {
			const withheld = guardCells({ counts, sums, below: BELOW });
			const small = smallOf(counts);
			const total = counts.reduce((most, { value }) => Math.max(most, value), 0);
			fc.pre(total < 60);
			for (const each of small)
				expect(numbersOf(each, { counts, sums, withheld, below: BELOW }).size).toBeGreaterThan(1);
			for (const [id, why] of withheld) {
				if (why === 'small' || small.includes(id)) continue;
				const shown = new Map([...withheld].filter(([other]) => other !== id));
				const ground = { counts, sums, withheld: shown, below: BELOW };
				expect(small.some((each) => numbersOf(each, ground).size < 2)).toBe(true);
			}
		}),
		{ numRuns: 40 }
	);
});

it('leaves each small part open that its whole, its siblings and the total bound', () => {
	const unit = fc
		.nat({ max: 4 })
		.chain((whole) => fc.tuple(fc.nat({ max: whole }), fc.constant(whole)));
	fc.assert(
		fc.property(fc.array(unit, { minLength: 2, maxLength: 4 }), (units) => {
			const { counts, sums } = tableOfParts(units);
			const withheld = guardCells({ counts, sums, below: BELOW });
			for (const id of smallOf(counts))
				expect(numbersOf(id, { counts, sums, withheld, below: BELOW }).size).toBeGreaterThan(1);
		}),
		{ numRuns: 60 }
	);
});

it('does not call a total small where that tells what each of its parts is', () => {
	const counts = marked({ total: 4, a: 1, b: 1, c: 1, d: 1 });
	const sums = [sum('total', 'a', 'b', 'c', 'd')];
	expect(guardCells({ counts, sums, below: BELOW })).toEqual(
		new Map([...['a', 'b', 'c', 'd'].map((id) => [id, 'small'] as const), ['total', 'complement']])
	);
});

it('settles hundreds of counts that hang together in as many small steps as there are counts', () => {
	const units = Array.from({ length: 100 }, (_, at): [number, number] => [at % 3, 1 + (at % 4)]);
	const ground = { ...tableOfParts(units), below: BELOW };
	let pauses = 0;
	const steps = guardCellsStepwise(ground);
	for (let step = steps.next(); !step.done; step = steps.next()) pauses += 1;
	expect(pauses).toBeGreaterThan(10);
	expect(pauses).toBeLessThan(units.length * 4);
});

/** The ids of the marked counts that are small. */
function smallOf(counts: readonly GuardedCount[]): string[] {
	return counts.flatMap(({ id, value, isMarked }) =>
		isMarked && value > 0 && value < BELOW ? [id] : []
	);
}

interface Table {
	counts: GuardedCount[];
	sums: GuardedSum[];
}

/** A total, two to four branches and one to four units below each; every count marked or every second one. */
function tree(): fc.Arbitrary<Table> {
	const branch = fc.array(smallCount(), { minLength: 1, maxLength: 4 });
	return fc.array(branch, { minLength: 2, maxLength: 4 }).map((branches) => tableOf(branches, ''));
}

/** The same tree for two levels and their sum. */
function levelledTree(): fc.Arbitrary<Table> {
	const pair = fc.tuple(smallCount(), smallCount());
	const branch = fc.array(pair, { minLength: 1, maxLength: 3 });
	return fc.array(branch, { minLength: 2, maxLength: 3 }).map((branches) => {
		const [good, poor, all] = [
			tableOf(
				branches.map((units) => units.map(([value]) => value)),
				'good-'
			),
			tableOf(
				branches.map((units) => units.map(([, value]) => value)),
				'poor-'
			),
			tableOf(
				branches.map((units) => units.map(([one, other]) => one + other)),
				'all-'
			)
		];
		const across = all.counts.map(({ id }) =>
			sum(id, id.replace('all-', 'good-'), id.replace('all-', 'poor-'))
		);
		return {
			counts: [...good.counts, ...poor.counts, ...all.counts],
			sums: [...good.sums, ...poor.sums, ...all.sums, ...across]
		};
	});
}

/** Units with a part and its whole each, and the totals of both. */
function tableOfParts(units: readonly (readonly [number, number])[]): Table {
	const [parts, wholes] = [0, 1].map((side) =>
		Object.fromEntries(units.map((unit, at) => [`${side ? 'w' : 'p'}${at}`, unit[side]!]))
	);
	const add = (values: Record<string, number>): number =>
		Object.values(values).reduce((a, b) => a + b, 0);
	const counts = marked({ ...parts, ...wholes, p: add(parts!), w: add(wholes!) });
	return {
		counts: counts.map((count) =>
			count.id.startsWith('p') ? { ...count, within: count.id.replace('p', 'w') } : count
		),
		sums: [sum('p', ...Object.keys(parts!)), sum('w', ...Object.keys(wholes!))]
	};
}

function smallCount(): fc.Arbitrary<number> {
	return fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 30 }));
}

function tableOf(branches: readonly (readonly number[])[], prefix: string): Table {
	const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
	const heads = branches.map((units, at) => [`${prefix}${at}`, add(units)] as const);
	const leaves = branches.flatMap((units, at) =>
		units.map((value, below) => [`${prefix}${at}.${below}`, value] as const)
	);
	const total = [`${prefix}total`, add(branches.flat())] as const;
	return {
		counts: marked(Object.fromEntries([total, ...heads, ...leaves])),
		sums: [
			sum(total[0], ...heads.map(([id]) => id)),
			...branches.map((units, at) =>
				sum(`${prefix}${at}`, ...units.map((_, below) => `${prefix}${at}.${below}`))
			)
		]
	};
}

function sum(whole: string, ...parts: string[]): GuardedSum {
	return [{ count: whole, factor: 1 }, ...parts.map((count) => ({ count, factor: -1 }))];
}

function marked(values: Record<string, number>): GuardedCount[] {
	return Object.entries(values).map(([id, value]) => ({ id, value, isMarked: true }));
}

function unmarked(values: Record<string, number>): GuardedCount[] {
	return Object.entries(values).map(([id, value]) => ({ id, value, isMarked: false }));
}
