import { kindOf } from '#lib/base/period.ts';
import type { FigureHistory, HistoryStep } from '#lib/base/trail.ts';
import {
	countTermEntries,
	touchingSubmissions,
	versionTotals,
	yearEndSpells
} from './trail.sql.ts';
import {
	decodeSpell,
	slotsAfter,
	type Spell,
	type TrailQuestion,
	TrailTables
} from './trail-tables.ts';

/** So many entries are counted at once. */
const BATCH_ENTRIES = 300_000;

/** So many states of the submissions are counted at once: each has a place of its own for every measure. */
const BATCH_VERSIONS = 64;

/** Which part of a history is told. */
interface Extent {
	/** Of more submissions only the newest. */
	most?: number;
	/** Of those up to this one only the last, after which the figure was what it then was; absent for all. */
	since?: number;
}

/**
 * What a unit's figure for an indicator and a period was after each submission in force that speaks of it, by the rules of
 * the rollup. An undone submission is in no history.
 */
export async function findHistory(
	question: TrailQuestion,
	extent: Extent = {}
): Promise<FigureHistory> {
	const tables = new TrailTables(question);
	try {
		await tables.open();
		const spells = await tables.reportedSpells();
		const touches = await touchesOf(question, tables, spells);
		const { shown, omitted } = toldOf([...touches.keys()], extent);
		const steps: HistoryStep[] = [];
		const totals = { question, tables, spells, entries: await entriesOf(question) };
		for (const versions of batchesOf(shown, totals)) {
			steps.push(...(await stepsOf(versions, totals, touches)));
		}
		return { steps: worthTelling(steps), omitted };
	} finally {
		await tables.close();
	}
}

/** The submissions to tell of, in their order, and how many older ones are left out. */
function toldOf(
	touching: readonly number[],
	{ most = 500, since = -1 }: Extent
): { shown: number[]; omitted: number } {
	const sequences = [...touching].sort((a, b) => a - b);
	const later = sequences.filter((sequence) => sequence > since);
	const shown = [
		...sequences.filter((sequence) => sequence <= since).slice(-1),
		...later.slice(-most)
	];
	return { shown, omitted: Math.max(0, later.length - most) };
}

interface Counting {
	question: TrailQuestion;
	tables: TrailTables;
	spells: readonly Spell[];
	/** How many entries speak of the indicator's measures. */
	entries: number;
}

/**
 * The submissions after which the figure may be another, and whether they bring figures for it: those that speak of it,
 * and those with which the year's map or its newest closed year moved.
 */
async function touchesOf(
	{ engine }: TrailQuestion,
	tables: TrailTables,
	spells: readonly Spell[]
): Promise<ReadonlyMap<number, boolean>> {
	const yearEnds = await engine.query(yearEndSpells(), decodeSpell);
	const touches = new Map<number, boolean>();
	for (const moved of [spells, yearEnds]) {
		for (const sequence of turningPoints(moved)) touches.set(sequence, false);
	}
	const own = await engine.query(touchingSubmissions(tables.quarters), (row) => ({
		sequence: Number(row['sequence']),
		isOwn: row['is_within'] === true
	}));
	for (const { sequence, isOwn } of own) touches.set(sequence, isOwn);
	return touches;
}

/** The submissions after which other quarters hold than before. */
function turningPoints(spells: readonly Spell[]): number[] {
	const moments = new Set(spells.flatMap(({ since, until }) => [since, until ?? since]));
	let before = '';
	return [...moments]
		.sort((a, b) => a - b)
		.filter((sequence) => {
			const after = slotsAfter(spells, sequence).join();
			const isTurn = after !== before;
			before = after;
			return isTurn;
		});
}

async function entriesOf({ engine }: TrailQuestion): Promise<number> {
	const [entries] = await engine.query(countTermEntries(), (row) => Number(row['entries']));
	return entries ?? 0;
}

/** The submissions in parts that stand on the same reported quarters and are not too large to be counted at once. */
function batchesOf(
	sequences: readonly number[],
	{ question, spells, entries }: Counting
): number[][] {
	const isFixed = kindOf(question.period) === 'quarter';
	const size = Math.max(1, Math.min(BATCH_VERSIONS, Math.floor(BATCH_ENTRIES / (entries + 1))));
	const batches: number[][] = [];
	let ground: string | undefined;
	for (const sequence of sequences) {
		const reported = isFixed ? '' : slotsAfter(spells, sequence).join();
		const batch = batches.at(-1);
		if (batch && reported === ground && batch.length < size) batch.push(sequence);
		else batches.push([sequence]);
		ground = reported;
	}
	return batches;
}

async function stepsOf(
	versions: number[],
	{ question, tables, spells }: Counting,
	touches: ReadonlyMap<number, boolean>
): Promise<HistoryStep[]> {
	const reported = slotsAfter(spells, versions.at(-1) ?? 0);
	const period = await tables.make(versions, { reported, upTo: 'total' });
	const rows =
		period === undefined || tables.unit < 0
			? []
			: await question.engine.query(versionTotals(period, tables.unit), (row) => ({
					version: Number(row['indicator']),
					numerator: figureOf(row['numerator']),
					denominator: figureOf(row['denominator'])
				}));
	const totals = new Map(rows.map(({ version, ...total }) => [version, total]));
	return versions.map((sequence, version) => {
		const { numerator, denominator } = totals.get(version) ?? {};
		return {
			sequence,
			...(numerator !== undefined && { numerator }),
			...(denominator !== undefined && { denominator }),
			isOwn: touches.get(sequence) ?? false
		};
	});
}

function figureOf(value: unknown): bigint | undefined {
	return typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : undefined;
}

/** The steps without those of others' submissions that changed nothing, and those before there was any figure. */
function worthTelling(steps: readonly HistoryStep[]): HistoryStep[] {
	return steps.filter((step, place) => {
		const before = steps[place - 1];
		const isSame = step.numerator === before?.numerator && step.denominator === before?.denominator;
		const isEmpty = step.numerator === undefined && step.denominator === undefined;
		return !isSame || (step.isOwn && !isEmpty);
	});
}
