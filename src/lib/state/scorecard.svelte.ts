import { type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Ground } from '#lib/views/indicator-ground.ts';
import {
	chosenColumns,
	type ScorecardColumn,
	scorecardColumns
} from '#lib/views/scorecard-columns.ts';
import { type ScorecardField, scorecardField } from '#lib/views/scorecard-field.ts';
import { orderedUnits } from '#lib/views/scorecard-order.ts';
import {
	type MetCount,
	type ScorecardTally,
	tallyScorecard,
	type TallyQuestion
} from '#lib/views/scorecard-tally.ts';
import { type ScorecardUnit, scorecardUnits } from '#lib/views/scorecard-units.ts';
import { latestAnswer } from './latest-answer.svelte.ts';
import { parseScorecardChoice, type ScorecardChoice, scorecardQuery } from './scorecard-url.ts';
import type { View } from './view.svelte.ts';

/** So many fields are counted at one go; more of them a while at a time. */
const FEW = 4000;
/** How long counting holds up the screen, in milliseconds. */
const WHILE = 8;
/** So many fields are kept for the next look at them. */
const KEPT = 20_000;
/** So long after the last key the address follows what is searched for. */
const PAUSE = 400;

interface Counted {
	of: TallyQuestion;
	tally: ScorecardTally;
}

/** The scorecard of the unit in view: what of it is looked at, and how it stands. To be made while a component is set up. */
export class Scorecard {
	readonly #view: View;
	readonly #ground: () => Ground;
	#typed = $state.raw<string>();
	#following?: ReturnType<typeof setTimeout>;
	readonly #choice = $derived.by(() => parseScorecardChoice((name) => this.#view.own(name)));
	readonly #units = $derived.by(() =>
		scorecardUnits(this.#ground(), {
			path: this.#view.path,
			period: this.#view.period,
			scope: this.#choice.scope
		})
	);
	readonly #allColumns = $derived.by(() => scorecardColumns(this.#ground().facts, this.#view));
	readonly #columns = $derived.by(() => chosenColumns(this.#allColumns, this.#choice.columns));
	readonly #question: TallyQuestion = $derived.by(() => ({
		units: this.#units,
		indicators: this.#columns.map(({ indicator }) => indicator),
		period: this.#view.period
	}));
	readonly #counted;
	readonly #tally = $derived.by(() => this.#tallyAtHand());
	readonly #unitCounts = $derived.by(() => this.#countsByCode());
	readonly #shown = $derived.by(() => this.#ordered());
	readonly #fields = $derived.by(() => this.#keptFields());

	constructor(view: View, ground: () => Ground) {
		this.#view = view;
		this.#ground = ground;
		this.#counted = latestAnswer(() => this.#countSlowly(), undefined);
	}

	/** What is chosen; words that are typed count at once. */
	get choice(): ScorecardChoice {
		return this.#typed === undefined ? this.#choice : { ...this.#choice, text: this.#typed };
	}

	/** The unit in view itself; absent where none exists in the period. */
	get whole(): ScorecardUnit | undefined {
		return this.#units[0];
	}

	/** How many units the scope holds, whatever is looked for. */
	get unitCount(): number {
		return Math.max(0, this.#units.length - 1);
	}

	/** The units found, in order. */
	get units(): readonly ScorecardUnit[] {
		return this.#shown;
	}

	/** The columns shown, in order. */
	get columns(): readonly ScorecardColumn[] {
		return this.#columns;
	}

	/** Every indicator that may be a column. */
	get allColumns(): readonly ScorecardColumn[] {
		return this.#allColumns;
	}

	/** False while thousands of fields are being counted. */
	get isCounted(): boolean {
		return this.#tally !== undefined;
	}

	/** How many of the targets shown a unit meets; absent while they are counted. */
	countOfUnit(unit: string): MetCount | undefined {
		return this.#unitCounts?.get(unit);
	}

	/** How many units meet the target of an indicator; absent while they are counted. */
	countOfColumn(id: string): MetCount | undefined {
		return this.#tally?.indicators[this.#columns.findIndex((column) => column.id === id)];
	}

	/** How a unit stands at an indicator, as it is shown. */
	fieldAt({ unit, path }: ScorecardUnit, { id, indicator }: ScorecardColumn): ScorecardField {
		const key = `${unit} ${id}`;
		const kept = this.#fields.get(key);
		if (kept) return kept;
		const { period, language } = this.#view;
		const field = scorecardField(this.#ground().facts, { path, period, indicator, language });
		if (this.#fields.size >= KEPT) this.#fields.clear();
		this.#fields.set(key, field);
		return field;
	}

	/** Shows what is chosen anew, and puts it into the address. */
	choose(choice: Partial<ScorecardChoice>): Promise<void> {
		if (choice.text !== undefined) this.#typed = undefined;
		return this.#view.show({ own: scorecardQuery(choice) });
	}

	/** Looks for units while words are typed; the address follows. */
	search(text: string): void {
		this.#typed = text;
		clearTimeout(this.#following);
		this.#following = setTimeout(() => void this.choose({ text }), PAUSE);
	}

	/** Shows every unit again. */
	clear(): Promise<void> {
		clearTimeout(this.#following);
		return this.choose({ text: '', misses: undefined });
	}

	/** A fresh store for each set of figures, period and language. */
	#keptFields(): Map<string, ScorecardField> {
		void [this.#ground().facts, this.#view.period, this.#view.language];
		return new Map();
	}

	#ordered(): ScorecardUnit[] {
		const { facts } = this.#ground();
		const { period } = this.#view;
		const standingAt = ({ path }: ScorecardUnit, id: string): Standing => {
			const column = this.#allColumns.find((each) => each.id === id);
			if (!column) throw new RangeError(`no indicator ${id}`);
			return standingOf(facts, { path, period, indicator: column.indicator });
		};
		return orderedUnits(this.#units.slice(1), this.#knownChoice(), {
			...{ counts: this.#unitCounts, standingAt }
		});
	}

	/** The choice without indicators that an address names and the catalogue has not. */
	#knownChoice(): ScorecardChoice {
		const { order, misses, ...choice } = this.choice;
		const isKnown = (id: string): boolean => this.#allColumns.some((column) => column.id === id);
		const hasOrder = !('indicator' in order) || isKnown(order.indicator);
		const hasMisses = misses && ('any' in misses || isKnown(misses.indicator));
		return {
			...choice,
			order: hasOrder ? order : { by: 'list' },
			...(hasMisses && { misses })
		};
	}

	#tallyAtHand(): ScorecardTally | undefined {
		const question = this.#question;
		if (!isMuch(question)) return wholeOf(tallyScorecard(this.#ground().facts, question));
		const counted = this.#counted.value;
		return counted?.of === question ? counted.tally : undefined;
	}

	#countsByCode(): ReadonlyMap<string, MetCount> | undefined {
		const tally = this.#tally;
		if (!tally) return undefined;
		return new Map(
			this.#units.flatMap(({ unit }, place) => {
				const count = tally.units[place];
				return count ? [[unit, count] as const] : [];
			})
		);
	}

	async #countSlowly(): Promise<Counted | undefined> {
		const [of, { facts }] = [this.#question, this.#ground()];
		if (!isMuch(of)) return undefined;
		const counting = tallyScorecard(facts, of);
		for (;;) {
			await new Promise((resolve) => setTimeout(resolve));
			if (this.#question !== of) return undefined;
			const until = performance.now() + WHILE;
			while (performance.now() < until) {
				const step = counting.next();
				if (step.done) return { of, tally: step.value };
			}
		}
	}
}

function isMuch({ units, indicators }: TallyQuestion): boolean {
	return units.length * indicators.length > FEW;
}

function wholeOf(counting: Generator<undefined, ScorecardTally>): ScorecardTally {
	for (;;) {
		const step = counting.next();
		if (step.done) return step.value;
	}
}
