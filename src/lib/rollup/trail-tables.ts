import { type Period, kindOf } from '#lib/base/period.ts';
import { firstQuarterNumber, quarterNumber } from '#lib/base/receipts.ts';
import type { Indicator, Measure } from '#lib/catalogue/catalogue.ts';
import { type Columns, int32Column } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { createTable, dropTable } from '#lib/engine/table.sql.ts';
import { concernedUnits } from './concerned-units.ts';
import { inputTables } from './input-tables.ts';
import { SPAN } from './key-entries.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { makeTables } from './make-tables.ts';
import { narrowEntries, quartersOfYear } from './narrow-entries.ts';
import type { RollupInput } from './roll-up.ts';
import { type RollupKeys, rollupKeys } from './rollup-keys.ts';
import { outputPeriods } from './rollup-rows.sql.ts';
import { reportedSpells, versionEntries } from './trail.sql.ts';

/** Which figure is asked for, and of what. */
export interface TrailQuestion extends RollupInput {
	/** No other tables of the rollup's names may be made on it at the same time. */
	engine: Engine;
	indicator: Indicator;
	unit: string;
	period: Period;
}

/** How long something held: from one submission up to, and without, another; absent where it still holds. */
export interface Spell {
	slot: number;
	since: number;
	until?: number;
}

const MARKER: Measure = {
	id: 'reported',
	name: { vi: '', en: '' },
	header: '',
	synonyms: [],
	overTime: 'end'
};

/** The rollup's tables for one indicator, made from the entries that matter to one period. */
export class TrailTables {
	readonly keys: RollupKeys;
	/** The indicator's measures, each once. */
	readonly measures: readonly Measure[];
	readonly #question: TrailQuestion;
	readonly #made = new Set<string>();

	constructor(question: TrailQuestion) {
		const { units, catalogue, indicator } = question;
		this.#question = question;
		this.keys = rollupKeys(units, { ...catalogue, indicators: [indicator], advisories: [] });
		const own = new Set([...indicator.numerator, ...indicator.denominator]);
		this.measures = this.keys.measures.filter(({ id }) => own.has(id));
	}

	/** The place of the unit asked for; −1 where the units have none of that code. */
	get unit(): number {
		return this.keys.units.indexOf(this.#question.unit);
	}

	/** The first and the last quarter of the period. */
	get quarters(): { first: number; last: number } {
		const { period } = this.#question;
		return { first: firstQuarterNumber(period), last: quarterNumber(period) };
	}

	/** Loads the entries that matter, under the table name `stated`, and what they are asked by. */
	async open(): Promise<void> {
		const { engine, submissions, indicator, period } = this.#question;
		this.#made.add('stated');
		await engine.load('stated', narrowEntries(submissions, { keys: this.keys, indicator, period }));
		const places = new Map(this.keys.measures.map(({ id }, place) => [id, place]));
		await this.load('term_measure', {
			measure: int32Column(this.measures.map(({ id }) => places.get(id))),
			place: int32Column(this.measures.map((_, place) => place))
		});
		await this.load('concerned', { unit: int32Column(concernedUnits(this.#question, this.keys)) });
		const { measure } = inputTables([], this.keys);
		if (measure) await this.load('measure', measure);
	}

	/** Since when, and until when, each quarter of the period's year had anything in force. */
	reportedSpells(): Promise<Spell[]> {
		return this.#question.engine.query(
			reportedSpells(quartersOfYear(this.#question.period)),
			decodeSpell
		);
	}

	/**
	 * Makes the rollup's tables up to the one named, the indicator standing in them once for each version: as it was
	 * after that submission. `reported` are the quarters of the year that had anything in force. Gives the place of the
	 * period; `undefined` where it has no figures then.
	 */
	async make(
		versions: readonly number[],
		{ reported, upTo }: { reported: readonly number[]; upTo: string }
	): Promise<number | undefined> {
		const marker = versions.length * this.measures.length;
		await this.load('version', {
			version: int32Column(versions.map((_, place) => place)),
			last: int32Column(versions)
		});
		await this.load('reported_slot', { slot: int32Column(reported) });
		await this.create('entry', versionEntries({ measures: this.measures.length, marker }));
		await makeTables(this.#question, this.#versionKeys(versions.length), {
			upTo,
			onName: (name) => this.#made.add(name)
		});
		return this.#periodPlace();
	}

	/** Drops every table. */
	async close(): Promise<void> {
		for (const name of this.#made) await this.#question.engine.run(dropTable(name));
	}

	#versionKeys(versions: number): RollupKeys {
		const { indicator } = this.#question;
		const named = (id: string, version: number): string => `${version} ${id}`;
		const numbers = Array.from({ length: versions }, (_, version) => version);
		return {
			units: this.keys.units,
			measures: [
				...numbers.flatMap((version) =>
					this.measures.map((measure) => ({ ...measure, id: named(measure.id, version) }))
				),
				MARKER
			],
			indicators: numbers.map((version) => ({
				...indicator,
				id: named(indicator.id, version),
				numerator: indicator.numerator.map((id) => named(id, version)),
				denominator: indicator.denominator.map((id) => named(id, version))
			}))
		};
	}

	async #periodPlace(): Promise<number | undefined> {
		const { period } = this.#question;
		const periods = await this.#question.engine.query(outputPeriods(), (row) => ({
			slot: Number(row['slot']),
			span: Number(row['span'])
		}));
		const span = SPAN[kindOf(period)];
		const place = periods.findIndex(
			(each) => each.slot === quarterNumber(period) && each.span === span
		);
		return place < 0 ? undefined : place;
	}

	/** Loads a table, to be dropped with the others. */
	async load(name: string, columns: Columns): Promise<void> {
		this.#made.add(name);
		await this.#question.engine.load(name, [encodeColumns(columns)]);
	}

	/** Makes a table of the rows of a query, to be dropped with the others. */
	async create(name: string, rows: Parameters<typeof createTable>[1]): Promise<void> {
		this.#made.add(name);
		await this.#question.engine.run(createTable(name, rows));
	}
}

/** A row of a question for spells. */
export function decodeSpell(row: Record<string, unknown>): Spell {
	const until = row['until'];
	return {
		slot: Number(row['slot']),
		since: Number(row['since']),
		...(until !== null && until !== undefined && { until: Number(until) })
	};
}

/** The quarters of the spells that hold after the submission. */
export function slotsAfter(spells: readonly Spell[], sequence: number): number[] {
	const holding = spells.filter(
		({ since, until = Infinity }) => since <= sequence && sequence < until
	);
	return [...new Set(holding.map(({ slot }) => slot))].sort((a, b) => a - b);
}
