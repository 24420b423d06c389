import { quarterNumber, type Receipts } from '#lib/base/receipts.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { type TextColumn, columnOf } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import type { RollupSubmission } from './key-entries.ts';

/** One bit for each measure of a sheet: bitwise arithmetic holds so many. */
const MOST_MEASURES = 31;

/** The columns of one submission that say whose figure it is, of what and for when. */
interface Statement {
	unit: TextColumn;
	period: TextColumn;
	measure: TextColumn;
	state: TextColumn;
}

/** Where a measure stands: the place of its sheet, and its own bit within the sheet. */
interface MeasureBit {
	template: number;
	bit: number;
}

/**
 * Which submissions brought which sheet of which unit for which quarter. A later "missing" takes a measure back, and a
 * sheet of which all measures were taken back has not arrived; a year's figure counts for its last quarter, the sheet
 * of the long layout by its measures. Throws where the bytes are no submission, or a sheet has more than 31 measures.
 */
export function findReceipts(
	submissions: readonly RollupSubmission[],
	templates: readonly Template[]
): Receipts {
	const ordered = submissions.toSorted((a, b) => a.sequence - b.sequence);
	const statements = ordered.map(({ sequence, bytes }) => ({ sequence, ...statementOf(bytes) }));
	const units = [...new Set(statements.flatMap(({ unit }) => unit.dictionary))];
	const periods = statements.flatMap(({ period }) => period.dictionary.map(quarterNumber));
	const quarters = [...new Set(periods)].sort((a, b) => a - b);
	const ledger = new Ledger({ units, quarters, templates });
	for (const { sequence, ...statement } of statements) ledger.enter(sequence, statement);
	return { units, templates: templates.map(({ id }) => id), quarters, ...ledger.sequences };
}

/** Bits of measures by the place of the report. */
type Said = Record<'brought' | 'missing', ReadonlyMap<number, number>>;

class Ledger {
	readonly #unitPlaces: ReadonlyMap<string, number>;
	readonly #quarterPlaces: ReadonlyMap<number, number>;
	readonly #bits: ReadonlyMap<string, MeasureBit>;
	readonly #templates: number;
	readonly #inForce: Int32Array;
	readonly #first: Int32Array;
	readonly #newest: Int32Array;

	constructor(keys: {
		units: readonly string[];
		quarters: readonly number[];
		templates: readonly Template[];
	}) {
		this.#unitPlaces = new Map(keys.units.map((code, place) => [code, place]));
		this.#quarterPlaces = new Map(keys.quarters.map((quarter, place) => [quarter, place]));
		this.#bits = bitsOf(keys.templates);
		this.#templates = keys.templates.length;
		const length = keys.units.length * keys.templates.length * keys.quarters.length;
		this.#inForce = new Int32Array(length);
		this.#first = new Int32Array(length);
		this.#newest = new Int32Array(length);
	}

	get sequences(): Pick<Receipts, 'first' | 'newest'> {
		return { first: this.#first, newest: this.#newest };
	}

	/** Takes one submission in: its figures arrive, and what it calls missing goes unless it also brings it. */
	enter(sequence: number, statement: Statement): void {
		const { brought, missing } = this.#saidIn(statement);
		for (const place of new Set([...brought.keys(), ...missing.keys()])) {
			const arrived = brought.get(place) ?? 0;
			const gone = (missing.get(place) ?? 0) & ~arrived;
			this.#put(place, ((this.#inForce[place] ?? 0) | arrived) & ~gone, sequence);
			if (arrived > 0) this.#newest[place] = sequence;
		}
	}

	#put(place: number, bits: number, sequence: number): void {
		const before = this.#inForce[place];
		this.#inForce[place] = bits;
		if (bits === 0) {
			this.#first[place] = 0;
			this.#newest[place] = 0;
		} else if (before === 0) {
			this.#first[place] = sequence;
		}
	}

	/** Which measures a submission brings, and which it calls missing, by the place of the report. */
	#saidIn({ unit, period, measure, state }: Statement): Said {
		const quarters = this.#quarterPlaces.size;
		const units = unit.dictionary.map((code) => this.#unitPlaces.get(code) ?? 0);
		const slots = period.dictionary.map(
			(each) => this.#quarterPlaces.get(quarterNumber(each)) ?? 0
		);
		const bits = measure.dictionary.map((id) => this.#bits.get(id));
		const said = { brought: new Map<number, number>(), missing: new Map<number, number>() };
		for (let row = 0; row < unit.codes.length; row++) {
			const at = bits[measure.codes[row] ?? -1];
			if (!at) continue;
			const report = (units[unit.codes[row] ?? 0] ?? 0) * this.#templates + at.template;
			const place = report * quarters + (slots[period.codes[row] ?? 0] ?? 0);
			const isMissing = state.dictionary[state.codes[row] ?? -1] === 'missing';
			const target = isMissing ? said.missing : said.brought;
			target.set(place, (target.get(place) ?? 0) | at.bit);
		}
		return said;
	}
}

function bitsOf(templates: readonly Template[]): ReadonlyMap<string, MeasureBit> {
	const bits = new Map<string, MeasureBit>();
	for (const [template, { id, measures }] of templates.entries()) {
		if (measures.length > MOST_MEASURES) throw new RangeError(`too many measures in ${id}`);
		for (const [place, measure] of measures.entries()) {
			bits.set(measure.id, { template, bit: 1 << place });
		}
	}
	return bits;
}

function statementOf(bytes: Uint8Array): Statement {
	const columns = decodeColumns(bytes);
	return {
		unit: columnOf(columns, 'unit', 'text'),
		period: columnOf(columns, 'period', 'text'),
		measure: columnOf(columns, 'measure', 'text'),
		state: columnOf(columns, 'state', 'text')
	};
}
