import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { untrack } from 'svelte';
import type { Facts } from '#lib/assess/standing.ts';
import type { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import { localDayOf } from '#lib/base/local-day.ts';
import {
	isMessageKey,
	type MessageKey,
	type MessageParams,
	say,
	type Sentence
} from '#lib/base/messages.ts';
import { type IsoDate, type Period, yearOf } from '#lib/base/period.ts';
import { SHOWN_LAYERS, type ShownLayer } from '#lib/base/shown-layers.ts';
import { treeDayOf, type UnitsMode } from '#lib/base/tree-day.ts';
import { type AbsenceNotice, absenceNotice } from './absence-notice.ts';
import { queryOf } from './address-query.ts';
import { latestAnswer } from './latest-answer.svelte.ts';
import type { LinkTarget } from './link-target.ts';
import { publishedPlaceOf } from './published-page.ts';
import { defaultPeriod, defaultUnit, placeOf } from './view-place.ts';
import { formatViewChoice, parseViewChoice, type ViewChoice, withOwn } from './view-url.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The figures on the units of a day, and those as reported that they come from. */
interface Regrouped {
	of: Facts;
	boundaries: IsoDate;
	facts?: Facts;
}

/** What the reader looks at: language, unit, period and map of units, as the address says them. */
export class View {
	/** The calendar day in Viet Nam on which the page was opened. */
	readonly today: IsoDate = localDayOf(Date.now());
	readonly #workspace: Workspace;
	readonly #choice = $derived(parseViewChoice(queryOf(page.url)));
	readonly #ground = $derived.by(() => ({
		tree: this.#workspace.tree,
		lineage: this.#workspace.lineage,
		periods: this.#workspace.facts?.totals.periods ?? [],
		boundaries: this.boundaries
	}));
	readonly #defaultPeriod = $derived.by(() =>
		defaultPeriod(this.#ground.periods, yearOf(this.today))
	);
	readonly #place = $derived.by(() =>
		placeOf(this.#ground, { unit: this.#choice.unit, period: this.period })
	);
	/** What a link says that keeps the ground; worked out once for the hundreds on a page. */
	readonly #kept = $derived.by(() => this.#choiceOf({}));

	/** The figures on the units chosen where they are at hand: a change back to them needs no wait. */
	readonly #known = $derived.by(() => this.#knownFacts());
	readonly #regrouped;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
		this.#regrouped = latestAnswer(() => this.#regroup(), undefined);
	}

	/** The language of every word on screen. */
	get language(): Language {
		return this.#choice.language ?? 'vi';
	}

	/** The period asked for, else the newest year with figures. */
	get period(): Period {
		return this.#choice.period ?? this.#defaultPeriod;
	}

	/** On which units every period is shown. */
	get units(): UnitsMode {
		return this.#choice.units ?? 'reported';
	}

	/** The day whose units every period is shown on; absent where each period stands on its own map, as reported. */
	get boundaries(): IsoDate | undefined {
		return this.#boundariesOf(this.units);
	}

	/** What values are held against on an indicator's page. */
	get layers(): ReadonlySet<ShownLayer> {
		return new Set(this.#choice.layers ?? SHOWN_LAYERS);
	}

	/** The day whose units the period is shown on. */
	get day(): IsoDate {
		return treeDayOf(this.#ground, this.period);
	}

	/** The figures on the units chosen; absent until there are any, while they are computed, and where they cannot be. */
	get facts(): Facts | undefined {
		return this.boundaries ? (this.#known ?? this.#answer?.facts) : this.#workspace.facts;
	}

	/** True while the figures on the units chosen are computed. */
	get isComputing(): boolean {
		if (!this.boundaries || !this.#workspace.facts) return false;
		return !this.#known && !this.#answer;
	}

	/** The codes from the root down to the unit, on the map shown; empty where no unit exists then. */
	get path(): readonly string[] {
		return this.#place.path;
	}

	/** The code of the unit shown; empty where no unit exists in the period. */
	get unit(): string {
		return this.path.at(-1) ?? '';
	}

	/** Says that the unit asked for is not there, what is shown in its place, and which units stand for it; absent where all is well. */
	get notice(): AbsenceNotice | undefined {
		const { missing } = this.#place;
		if (!missing || this.#workspace.phase === 'opening') return undefined;
		const { tree } = this.#workspace;
		return absenceNotice(missing, {
			tree,
			day: this.day,
			period: this.period,
			language: this.language
		});
	}

	/** A link that holds only what differs from the default, and on the same page what the page itself keeps there. */
	href(to: LinkTarget): string {
		const { unit, period, units, language } = to;
		const isKept = [unit, period, units, language].every((each) => each === undefined);
		const choice = {
			...(isKept ? this.#kept : this.#choiceOf(to)),
			layers: this.#layersFor(to)
		};
		const before = to.page ? new URLSearchParams() : queryOf(page.url);
		const { page: target, own } = publishedPlaceOf(to);
		const query = formatViewChoice(choice, withOwn(before, own));
		const path = target ? `${resolve('/')}${target.slice(1)}` : page.url.pathname;
		return path + query + (to.part ? `#${to.part}` : '');
	}

	/** The whole address of what is shown. */
	get address(): string {
		return page.url.href;
	}

	/** What the address says under a name of the page itself; absent where it says nothing. */
	own(name: string): string | undefined {
		return queryOf(page.url).get(name) ?? undefined;
	}

	/** Shows something else in place of what the address says, without a step back to it: for filters and sorting. */
	show(to: LinkTarget): Promise<void> {
		return goto(this.href(to), { replaceState: true, keepFocus: true, noScroll: true });
	}

	/** Shows another unit or period of the same page, with a step back; the reader stays at the same place of it. */
	stepTo(to: LinkTarget): Promise<void> {
		return goto(this.href(to), { keepFocus: true, noScroll: true });
	}

	/** Goes where a link to it would lead, with a step back. */
	goTo(to: LinkTarget): Promise<void> {
		return goto(this.href(to));
	}

	/** Shows a layer on the page of an indicator, or leaves it out. */
	switchLayer(layer: ShownLayer): Promise<void> {
		const layers = SHOWN_LAYERS.filter((each) => this.layers.has(each) !== (each === layer));
		return this.show({ layers });
	}

	/** The message in the language of the view. */
	say(key: MessageKey, params?: MessageParams): string {
		return say(this.language, key, params);
	}

	/** The sentence in words in the language of the view; empty where there is none. */
	word(sentence: Sentence | undefined): string {
		return sentence ? this.say(sentence.key, sentence.params) : '';
	}

	/** The failure in words in the language of the view; empty where there is none. */
	tell(problem: AppError | undefined): string {
		if (!problem) return '';
		const { code, params, message } = problem;
		return isMessageKey(code) ? this.say(code, params) : message;
	}

	/** The regrouped figures, where they are those of the figures and the units shown. */
	get #answer(): Regrouped | undefined {
		const answer = this.#regrouped.value;
		const isOfThese =
			answer?.of === this.#workspace.facts && answer?.boundaries === this.boundaries;
		return isOfThese ? answer : undefined;
	}

	#knownFacts(): Facts | undefined {
		const { boundaries } = this;
		const hasFigures = this.#workspace.facts !== undefined;
		return boundaries && hasFigures ? this.#workspace.knownFactsOn(boundaries) : undefined;
	}

	async #regroup(): Promise<Regrouped | undefined> {
		const { boundaries } = this;
		const of = this.#workspace.facts;
		if (!boundaries || !of || this.#known) return undefined;
		const facts = await untrack(() => this.#workspace.factsOn(boundaries));
		return { of, boundaries, facts };
	}

	/** What a link says of the ground that it leads to. */
	#choiceOf({ language = this.language, ...to }: LinkTarget): ViewChoice {
		const period = to.period ?? this.#choice.period;
		const unit = to.unit ?? this.#choice.unit;
		const units = to.units ?? this.units;
		const ground = { ...this.#ground, boundaries: this.#boundariesOf(units) };
		const root = defaultUnit(ground, period ?? this.#defaultPeriod);
		return {
			unit: unit === root ? undefined : unit,
			period: period === this.#defaultPeriod ? undefined : period,
			units: units === 'reported' ? undefined : units,
			language
		};
	}

	/** Only an indicator's page keeps a choice of layers. */
	#layersFor({ page: to, layers = this.#choice.layers }: LinkTarget): ViewChoice['layers'] {
		const isOfIndicator = (to ?? page.route.id ?? '').startsWith('/indicator');
		const areAll = layers?.length === SHOWN_LAYERS.length;
		return isOfIndicator && !areAll ? layers : undefined;
	}

	#boundariesOf(units: UnitsMode): IsoDate | undefined {
		if (units === 'reported') return undefined;
		return units === 'today' ? this.today : `${units}-12-31`;
	}
}
