import { goto } from '$app/navigation';
import { page } from '$app/state';
import { localDayOf } from '#lib/base/local-day.ts';
import { type IsoDate, yearOf } from '#lib/base/period.ts';
import type { Receipts } from '#lib/base/receipts.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';
import type { Submission } from '#lib/store/submission.ts';
import type { ReportingGround } from '#lib/views/reporting.ts';
import { queryOf } from './address-query.ts';
import { readReceipts } from './read-receipts.ts';
import {
	parseReportingChoice,
	type ReportingChoice,
	withReportingChoice
} from './reporting-url.ts';
import type { View } from './view.svelte.ts';
import { asAppError } from './work.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What was read, and of which submissions. */
interface Reading {
	of: readonly Submission[];
	receipts?: Receipts;
}

/** Who has reported: what was read of the submissions in force, and what of it is looked at. */
export class Reporting {
	/** When which sheet is due. */
	readonly deadlines = productDeadlines();
	readonly #workspace: Workspace;
	readonly #view: View;
	readonly #choice = $derived(parseReportingChoice(queryOf(page.url)));
	#reading = $state.raw<Reading>();
	#today = $state<IsoDate>('');

	constructor(workspace: Workspace, view: View) {
		this.#workspace = workspace;
		this.#view = view;
	}

	/** The sheet looked at; absent for all of them. */
	get template(): string | undefined {
		return this.#choice.template;
	}

	/** The first and the last year looked at: up to the year of the view. */
	get years(): { from: number; to: number } {
		const to = yearOf(this.#view.period);
		return { from: Math.min(this.#choice.since ?? to, to), to };
	}

	/** True where only units with missing reports are looked at. */
	get isOnlyMissing(): boolean {
		return this.#choice.isOnlyMissing ?? false;
	}

	/** The years that may be looked at, newest first: from the first with figures to this one. */
	get yearOptions(): number[] {
		const reported = this.#workspace.submissions.flatMap(({ periods }) => periods.map(yearOf));
		const { from, to } = this.years;
		const known = [...reported, from, to, ...(this.#today ? [yearOf(this.#today)] : [])];
		const [first, last] = [Math.min(...known), Math.max(...known)];
		return Array.from({ length: last - first + 1 }, (_, back) => last - back);
	}

	/** What the matrix rests on; absent until it was read, and where it cannot be. */
	get ground(): ReportingGround | undefined {
		const { tree, submissions } = this.#workspace;
		const { of, receipts } = this.#reading ?? {};
		if (!receipts || of !== submissions) return undefined;
		return { tree, receipts, submissions, deadlines: this.deadlines, today: this.#today };
	}

	/** True where the submissions in force could not be read. */
	get hasFailed(): boolean {
		const { of, receipts } = this.#reading ?? {};
		return of === this.#workspace.submissions && receipts === undefined;
	}

	/** Reads the submissions in force, unless that was done; to be called where they have changed. */
	async read(): Promise<void> {
		const { submissions, phase } = this.#workspace;
		this.#today = localDayOf(Date.now());
		if (phase !== 'ready' || (this.#reading?.receipts && this.#reading.of === submissions)) return;
		const receipts = await this.#receiptsOf(submissions);
		if (submissions === this.#workspace.submissions) this.#reading = { of: submissions, receipts };
	}

	/** Shows another sheet, other years, or only what is missing; what is not given stays as it is. */
	choose(change: ReportingChoice & { year?: number }): Promise<void> {
		const { year, ...choice } = change;
		const href = this.#view.href(year === undefined ? {} : { period: `${year}` });
		const { pathname, searchParams } = new URL(href, page.url);
		const query = withReportingChoice(searchParams, { ...this.#choice, ...choice });
		const address = query.size > 0 ? `${pathname}?${query}` : pathname;
		return goto(address, { replaceState: true, keepFocus: true, noScroll: true });
	}

	async #receiptsOf(submissions: readonly Submission[]): Promise<Receipts | undefined> {
		const held = submissions.filter(({ periods }) => periods.length > 0);
		const periods = [...new Set(held.flatMap((submission) => submission.periods))];
		const contents = await this.#workspace.contentsBeside({ periods });
		if (!contents) return undefined;
		const entries = held.flatMap(({ sequence }, place): RollupSubmission[] => {
			const bytes = contents[place];
			return bytes ? [{ sequence, bytes }] : [];
		});
		try {
			return await readReceipts(entries);
		} catch (error) {
			asAppError(error);
			return undefined;
		}
	}
}
