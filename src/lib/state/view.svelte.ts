import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { Language } from '#lib/base/language.ts';
import { type MessageKey, type MessageParams, say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Period } from '#lib/base/period.ts';
import { defaultPeriod, defaultUnit, placeOf } from './view-place.ts';
import { formatViewChoice, parseViewChoice } from './view-url.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The pages of the product. */
export type Page =
	| '/'
	| '/unit'
	| '/targets'
	| '/ledger'
	| '/reporting'
	| '/submissions'
	| '/organisation'
	| `/indicator/${string}`
	| `/trail/${string}`;

/** Where a link leads; what is not given stays as it is. */
export interface LinkTarget {
	page?: Page;
	unit?: string;
	period?: Period;
	language?: Language;
}

/** What the reader looks at: language, unit and period, as the address says them. */
export class View {
	readonly #workspace: Workspace;
	readonly #choice = $derived(parseViewChoice(page.url.searchParams));
	readonly #ground = $derived.by(() => ({
		tree: this.#workspace.tree,
		periods: this.#workspace.facts?.totals.periods ?? []
	}));
	readonly #defaultPeriod = $derived.by(() =>
		defaultPeriod(this.#ground.periods, new Date().getFullYear())
	);
	readonly #place = $derived.by(() =>
		placeOf(this.#ground, { unit: this.#choice.unit, period: this.period })
	);

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The language of every word on screen. */
	get language(): Language {
		return this.#choice.language ?? 'vi';
	}

	/** The period asked for, else the newest year with figures. */
	get period(): Period {
		return this.#choice.period ?? this.#defaultPeriod;
	}

	/** The codes from the root down to the unit, on the map of the period; empty where no unit exists then. */
	get path(): readonly string[] {
		return this.#place.path;
	}

	/** The code of the unit shown; empty where no unit exists in the period. */
	get unit(): string {
		return this.path.at(-1) ?? '';
	}

	/** A sentence that says why the root is shown in place of the unit asked for; absent where all is well. */
	get notice(): string | undefined {
		const { missing } = this.#place;
		if (!missing || this.#workspace.phase === 'opening') return undefined;
		const name = this.#workspace.tree.find(missing.code)?.name ?? missing.code;
		return this.say(`view.unit-${missing.reason}`, {
			unit: name,
			period: periodInSentence(this.period, this.language)
		});
	}

	/** A link that holds only what differs from the default, and on the same page what the page itself keeps there. */
	href(to: LinkTarget): string {
		const period = to.period ?? this.#choice.period;
		const unit = to.unit ?? this.#choice.unit;
		const root = defaultUnit(this.#ground, period ?? this.#defaultPeriod);
		const choice = {
			unit: unit === root ? undefined : unit,
			period: period === this.#defaultPeriod ? undefined : period,
			language: to.language ?? this.language
		};
		const query = formatViewChoice(choice, to.page ? undefined : page.url.searchParams);
		const path = to.page ? `${resolve('/')}${to.page.slice(1)}` : page.url.pathname;
		return path + query;
	}

	/** The message in the language of the view. */
	say(key: MessageKey, params?: MessageParams): string {
		return say(this.language, key, params);
	}
}
