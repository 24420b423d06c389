import type { IsoDate, Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { RollupSubmission } from './key-entries.ts';
import { rollUpStatements } from './roll-up.ts';
import { rollupKeys } from './rollup-keys.ts';
import { Statements } from './statements.ts';

/** What statements are read against. */
export interface StatementSource {
	units: readonly Unit[];
	lineage?: readonly LineageEvent[];
	catalogue: Pick<Catalogue, 'templates' | 'indicators' | 'advisories'>;
}

/** A submission by a name that no other content ever bears. */
export interface NamedSubmission {
	name: string;
	sequence: number;
}

/** What is asked of what is in force. */
export interface StatementQuestion {
	/** The day whose units all periods are shown on. */
	boundaries?: IsoDate;
	/** Submissions that are not in force, to see what they would change. */
	more?: readonly RollupSubmission[];
}

/**
 * What the submissions in force say, held from one question to the next: only what was not told before is read, and what
 * is taken back takes with it no more than its periods.
 */
export class HeldStatements {
	#source: StatementSource;
	#statements: Statements;
	/** The submissions that were told, with the periods that they may speak of. */
	readonly #told = new Map<string, readonly Period[]>();
	/** Of which of its periods a submission that was told before is to be told again. */
	readonly #lacking = new Map<string, ReadonlySet<Period>>();

	constructor(source: StatementSource) {
		this.#source = source;
		this.#statements = new Statements(rollupKeys(source.units, source.catalogue));
	}

	/** Learns which submissions are in force; gives those whose contents are to be told. */
	settle(inForce: readonly NamedSubmission[]): NamedSubmission[] {
		const names = new Set(inForce.map(({ name }) => name));
		const gone = [...this.#told].filter(([name]) => !names.has(name));
		const forgotten = new Set(gone.flatMap(([, periods]) => periods));
		for (const [name] of gone) {
			this.#told.delete(name);
			this.#lacking.delete(name);
		}
		this.#statements.forget(forgotten);
		for (const [name, periods] of this.#told) {
			const lost = periods.filter((period) => forgotten.has(period));
			if (lost.length > 0)
				this.#lacking.set(name, new Set([...lost, ...(this.#lacking.get(name) ?? [])]));
		}
		return inForce.filter(({ name }) => !this.#told.has(name) || this.#lacking.has(name));
	}

	/** Takes the content of a submission that it asked for. */
	tell({ name, sequence }: NamedSubmission, bytes: Uint8Array): void {
		const periods = this.#statements.add({ sequence, bytes }, this.#lacking.get(name));
		this.#told.set(name, periods);
		this.#lacking.delete(name);
	}

	/** The rollup of what is in force, and of what is beside it, as `rollUp` gives it. */
	rollUp(
		{ boundaries, more = [] }: StatementQuestion,
		onProgress?: (done: number, total: number) => void
	): Uint8Array {
		const { units, lineage } = this.#source;
		const all = more.length > 0 ? this.#statements.with(more) : this.#statements;
		return rollUpStatements(all, { units, lineage, boundaries }, onProgress);
	}
}
