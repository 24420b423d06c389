import { goto } from '$app/navigation';
import { page } from '$app/state';
import { localDayOf, untilNextDay } from '#lib/base/local-day.ts';
import { yearOf } from '#lib/base/period.ts';
import type { Undertaking } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue, productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { mergeCatalogue } from '#lib/catalogue/own-catalogue.ts';
import { writeCalendar } from '#lib/export/write-calendar.ts';
import { calendarEntries, type CalendarEntry } from '#lib/views/ledger-calendar.ts';
import { filterLines, searchRows } from '#lib/views/ledger-filter.ts';
import type { LedgerLine } from '#lib/views/ledger-line.ts';
import { reportLines } from '#lib/views/ledger-reports.ts';
import { type LedgerRow, ledgerRows, type LedgerWords } from '#lib/views/ledger-rows.ts';
import { undertakingLines } from '#lib/views/ledger.ts';
import { queryOf } from './address-query.ts';
import { handOver } from './hand-over.ts';
import { type LedgerChoice, parseLedgerChoice, withLedgerChoice } from './ledger-url.ts';
import type { Reporting } from './reporting.svelte.ts';
import type { View } from './view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What a ledger is made from. */
export interface LedgerParts {
	workspace: Workspace;
	view: View;
	reporting: Reporting;
}

/** So long after the last key the address follows what is searched for. */
const PAUSE = 400;

/** The ledger: its lines by what is in force and by the day in Viet Nam, and what of it is looked at. */
export class Ledger {
	readonly #workspace: Workspace;
	readonly #view: View;
	readonly #reporting: Reporting;
	#product = $state.raw(productCatalogue());
	#isRead = $state(false);
	#now = $state(Date.now());
	#typed = $state.raw<Pick<LedgerChoice, 'text' | 'body'>>({});
	#following?: ReturnType<typeof setTimeout>;
	readonly #choice = $derived(parseLedgerChoice(queryOf(page.url)));
	readonly #undertakings: readonly Undertaking[] = $derived.by(
		() => mergeCatalogue(this.#product, this.#workspace.ownCatalogue).undertakings
	);
	readonly #reports: LedgerLine[] = $derived.by(() => this.#reportLines());
	readonly #lines: LedgerLine[] = $derived.by(() => [
		...this.#reports,
		...undertakingLines({
			undertakings: this.#undertakings,
			progress: this.#workspace.progress,
			tree: this.#workspace.tree,
			path: this.#view.path,
			now: this.#now
		})
	]);
	readonly #allRows: LedgerRow[] = $derived.by(() => ledgerRows(this.#lines, this.words));
	readonly #rows: LedgerRow[] = $derived.by(() =>
		searchRows(ledgerRows(filterLines(this.#lines, this.#choice), this.words), this.#typed)
	);
	readonly #ahead: CalendarEntry[] = $derived.by(() =>
		calendarEntries(this.#rows, this.#view.language)
	);

	constructor({ workspace, view, reporting }: LedgerParts) {
		this.#workspace = workspace;
		this.#view = view;
		this.#reporting = reporting;
		const { text, body } = parseLedgerChoice(queryOf(page.url));
		this.#typed = { text, body };
	}

	/** False until the undertakings of the documents were read. */
	get isRead(): boolean {
		return this.#isRead;
	}

	/** False while the reports due are worked out, which are counted with the undertakings. */
	get isCounted(): boolean {
		const { ground, hasFailed } = this.#reporting;
		const isRead = ground !== undefined || hasFailed;
		return isRead || this.#workspace.submissions.length === 0;
	}

	/** What is chosen; words that are typed count at once. */
	get choice(): LedgerChoice {
		return { ...this.#choice, ...this.#typed };
	}

	/** All lines of the unit in view. */
	get lines(): readonly LedgerLine[] {
		return this.#lines;
	}

	/** All of them in words, whatever is chosen. */
	get allRows(): readonly LedgerRow[] {
		return this.#allRows;
	}

	/** The lines that match what is chosen, in words. */
	get rows(): readonly LedgerRow[] {
		return this.#rows;
	}

	/** What of them is still to be done, by day. */
	get ahead(): readonly CalendarEntry[] {
		return this.#ahead;
	}

	/** What the words of rows are taken from. */
	get words(): LedgerWords {
		const { documents, templates } = this.#workspace.catalogue;
		return { documents, templates, language: this.#view.language };
	}

	/** Reads what the documents ask to be done, and who has sent which sheets. */
	async read(): Promise<void> {
		this.#product = await productCatalogueWhole();
		this.#isRead = true;
		await this.#reporting.read();
	}

	/** Keeps to the day in Viet Nam while the page stands open; gives what ends that, and what else is still to come. */
	keepTime(): () => void {
		let waiting: ReturnType<typeof setTimeout>;
		const look = (): void => {
			const now = Date.now();
			if (localDayOf(now) !== localDayOf(this.#now)) this.#now = now;
			clearTimeout(waiting);
			waiting = setTimeout(look, untilNextDay(now));
		};
		look();
		document.addEventListener('visibilitychange', look);
		return () => {
			clearTimeout(waiting);
			clearTimeout(this.#following);
			document.removeEventListener('visibilitychange', look);
		};
	}

	/** Shows what is chosen; what is not given stays as it is. */
	choose(change: LedgerChoice): Promise<void> {
		return this.#follow({ ...this.choice, ...change });
	}

	/** Searches at once, and lets the address follow when the typing pauses. */
	search(typed: Pick<LedgerChoice, 'text' | 'body'>): void {
		this.#typed = { ...this.#typed, ...typed };
		clearTimeout(this.#following);
		this.#following = setTimeout(() => void this.#follow(this.choice), PAUSE);
	}

	/** Shows all of it again, laid out as before. */
	clear(): Promise<void> {
		const { by, order } = this.#choice;
		this.#typed = {};
		return this.#follow({ by, order });
	}

	/** The address of the ledger with that choice. */
	hrefOf(choice: LedgerChoice): string {
		const { pathname, searchParams } = new URL(this.#view.href({}), page.url);
		const query = withLedgerChoice(searchParams, choice);
		return query.size > 0 ? `${pathname}?${query}` : pathname;
	}

	/** Hands over what is still to be done as a calendar; gives its name. */
	downloadCalendar(): string {
		const at = Date.now();
		const name = this.#view.say('ledger.calendar-file', { day: localDayOf(at) });
		const head = { name: this.#view.say('ledger.calendar-name'), at: new Date(at).toISOString() };
		handOver(name, new Blob([writeCalendar(this.#ahead, head)], { type: 'text/calendar' }));
		return name;
	}

	#follow(choice: LedgerChoice): Promise<void> {
		clearTimeout(this.#following);
		return goto(this.hrefOf(choice), { replaceState: true, keepFocus: true, noScroll: true });
	}

	#reportLines(): LedgerLine[] {
		const { ground } = this.#reporting;
		const years = this.#workspace.submissions.flatMap(({ periods }) => periods.map(yearOf));
		if (!ground || years.length === 0) return [];
		return reportLines({
			...{ ground, path: this.#view.path, now: this.#now, since: Math.min(...years) },
			templates: columnSheetsOf(this.#workspace.catalogue).map(({ id }) => id)
		});
	}
}
