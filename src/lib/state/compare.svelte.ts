import type { Period } from '#lib/base/period.ts';
import type { CompareSide } from '#lib/views/compare-cell.ts';
import type { CompareRows } from '#lib/views/compare-rows.ts';
import { periodNeighbours } from '#lib/views/period-options.ts';
import { periodName } from '#lib/views/sentence-period.ts';
import { COMPARE_NAMES, formatCompareRows, parseCompareChoice } from './compare-url.ts';
import type { LinkTarget } from './link-target.ts';
import type { View } from './view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** So many sides fit beside one another. */
const MOST_SIDES = 6;

/** What stands side by side: units in the period in view, or periods of the unit in view; as the address says it. */
export class Compare {
	readonly #workspace: Workspace;
	readonly #view: View;
	readonly #choice = $derived.by(() => parseCompareChoice((name) => this.#view.own(name)));
	readonly #named = $derived.by(() => this.#namedKeys());
	readonly #sides: CompareSide[] = $derived.by(() => this.keys.map((key) => this.#sideOf(key)));

	constructor({ workspace, view }: { workspace: Workspace; view: View }) {
		this.#workspace = workspace;
		this.#view = view;
	}

	/** Whether units or periods are compared. */
	get by(): 'units' | 'periods' {
		return this.#choice.periods ? 'periods' : 'units';
	}

	/** Which indicators are shown. */
	get rows(): CompareRows {
		return this.#choice.rows;
	}

	/** The codes of the units, or the periods, in order: one at least. */
	get keys(): readonly string[] {
		return this.#named.slice(0, MOST_SIDES);
	}

	/** The units or periods in order, the one that the others are held against first. */
	get sides(): readonly CompareSide[] {
		return this.#sides;
	}

	/** How many of those in the address were left out, being too many. */
	get leftOut(): number {
		return Math.max(0, this.#named.length - MOST_SIDES);
	}

	/** Codes in the address that no unit has. */
	get unknown(): string[] {
		return this.#choice.units.filter((code) => !this.#workspace.tree.find(code));
	}

	/** True where no further one can be added. */
	get isFull(): boolean {
		return this.keys.length >= MOST_SIDES;
	}

	/** The address with one more unit or period; the same where it stands there already. */
	hrefWith(key: string): string {
		return this.#view.href(this.#targetOf([...new Set([...this.keys, key])]));
	}

	/** Adds a unit or a period at the end. */
	add(key: string): Promise<void> {
		return this.#view.show(this.#targetOf([...new Set([...this.keys, key])]));
	}

	/** Moves a side by so many places; it stays where there is no such place. */
	move(key: string, by: -1 | 1): Promise<void> {
		const keys = this.keys.filter((each) => each !== key);
		const place = this.keys.indexOf(key) + by;
		return this.#view.show(this.#targetOf(keys.toSpliced(Math.max(0, place), 0, key)));
	}

	/** Takes a side out. */
	remove(key: string): Promise<void> {
		return this.#view.show(this.#targetOf(this.keys.filter((each) => each !== key)));
	}

	/** Shows other indicators. */
	showRows(rows: CompareRows): Promise<void> {
		return this.#view.show({ own: { [COMPARE_NAMES.rows]: formatCompareRows(rows) } });
	}

	/** Compares units in place of periods or the other way round, starting from the first side; a step back undoes it. */
	switchTo(by: 'units' | 'periods'): Promise<void> {
		const [first] = this.#sides;
		const { units, periods } = COMPARE_NAMES;
		const own = { [COMPARE_NAMES.rows]: formatCompareRows(this.rows) };
		if (by === 'units') return this.#view.goTo({ own: { ...own, [periods]: undefined } });
		const chosen = this.#periodsUpTo(first?.period ?? this.#view.period).join(',');
		return this.#view.goTo({
			unit: first?.unit,
			own: { ...own, [units]: undefined, [periods]: chosen }
		});
	}

	#namedKeys(): string[] {
		const { units, periods } = this.#choice;
		if (periods) return periods.length > 0 ? [...periods] : [this.#view.period];
		const known = units.filter((code) => this.#workspace.tree.find(code));
		return known.length > 1 ? known : [...new Set([this.#view.unit, ...known])];
	}

	#sideOf(key: string): CompareSide {
		const { unit, period, day, language } = this.#view;
		if (this.by === 'periods') return { unit, period: key, name: periodName(key, language) };
		const { tree } = this.#workspace;
		return { unit: key, period, name: (tree.find(key, day) ?? tree.find(key))?.name ?? key };
	}

	/** One unit alone is the unit in view; more of them stand in the address by themselves. */
	#targetOf(keys: readonly string[]): LinkTarget {
		const { units, periods } = COMPARE_NAMES;
		if (this.by === 'periods') return { own: { [periods]: keys.join(',') } };
		return keys.length > 1
			? { own: { [units]: keys.join(',') } }
			: { unit: keys[0], own: { [units]: undefined } };
	}

	/** A period and the one of its kind before it that has figures, the earlier first. */
	#periodsUpTo(period: Period): Period[] {
		const periods = this.#workspace.facts?.totals.periods ?? [];

		const { earlier } = periodNeighbours(periods, period);
		return earlier === undefined ? [period] : [earlier, period];
	}
}
