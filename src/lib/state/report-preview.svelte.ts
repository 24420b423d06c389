import type { AppError } from '#lib/base/app-error.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import { type PaperSection, paperSections } from '#lib/views/report-paper.ts';
import { reportProfile } from '#lib/views/report-profile.ts';
import type { Report } from '#lib/views/report.ts';
import { pause } from '#lib/base/pause.ts';
import { breathe } from './breathe.ts';
import { latestAnswer } from './latest-answer.svelte.ts';
import { composeFor, type ComposingParts, guardFor, openComposing } from './report-composer.ts';
import { placeOfReport, type ReportUnit } from './report-facts.ts';
import { asAppError, Cancelled } from './work.ts';

/** What a preview shows: a report, or why there is none. */
export interface Preview {
	report?: Report;
	sections: readonly PaperSection[];
	/** The units that the report is made for, the one shown among them. */
	units: readonly ReportUnit[];
	unit?: string;
	problem?: AppError;
}

/** So long after the last change of a definition its report is composed anew, in milliseconds. */
const PAUSE = 250;
const NOTHING: Preview = { sections: [], units: [] };

/** A report as it is being settled, composed anew while the page stays responsive. To be made while a component is set up. */
export class ReportPreview {
	readonly #parts: ComposingParts;
	readonly #definition: ReportDefinition;
	readonly #shown: string;
	/** The unit to look at, where the report is made for several. */
	#unit = $state.raw<string>();
	#share = $state(1);
	#count = $state(1);
	#latest = 0;
	readonly #answer;

	constructor(parts: ComposingParts, definition: () => ReportDefinition) {
		this.#parts = parts;
		// What is logged of a file taken along changes nothing of what the file says.
		this.#definition = $derived(definition());
		this.#shown = $derived(parts.view.unit);
		this.#answer = latestAnswer(() => this.#compose(), NOTHING);
	}

	/** What was composed last. */
	get now(): Preview {
		return this.#answer.value;
	}

	/** How much of the next one is composed, from 0 to 1; 1 where nothing is under way. */
	get share(): number {
		return this.#share;
	}

	/** So many sections stand on the page: one after the other, so that a long report does not hold it up. */
	get sections(): readonly PaperSection[] {
		return this.now.sections.slice(0, this.#count);
	}

	/** True once all of the report composed last stands on the page, and no other is under way. */
	get isWhole(): boolean {
		const { report, sections } = this.now;
		return report !== undefined && this.#share === 1 && this.#count >= sections.length;
	}

	/** Looks at the report of another unit. */
	show(unit: string): void {
		this.#unit = unit;
	}

	async #compose(): Promise<Preview> {
		const turn = ++this.#latest;
		const definition = this.#definition;
		const { workspace } = this.#parts;
		const [facts, tree, shown, unit] = [workspace.facts, workspace.tree, this.#shown, this.#unit];
		if (!facts) return NOTHING;
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
		if (turn !== this.#latest) return NOTHING;
		this.#share = 0;
		const cancelling = new AbortController();
		const onProgress = (share: number): void => {
			if (turn === this.#latest) this.#share = share;
			else cancelling.abort();
		};
		try {
			const composing = await openComposing(definition, this.#parts);
			const place = placeOfReport(definition, { facts: composing.facts, tree, shown });
			const { units, period } = place;
			const one = units.find(({ code }) => code === unit) ?? units[0];
			if (!one) return NOTHING;
			const { signal } = cancelling;
			const guard = await breathe(guardFor(composing, definition, place), { signal, onProgress });
			const question = { unit: one, period, language: definition.language, guard };
			const work = composeFor(composing, definition, question);
			const report = await breathe(work, { signal, onProgress });
			const sections = paperSections(report, reportProfile(definition.profile));
			void this.#layDown(turn, sections.length);
			return { report, sections, units, unit: one.code };
		} catch (error) {
			if (error instanceof Cancelled) return NOTHING;
			return { ...NOTHING, problem: asAppError(error) };
		} finally {
			if (turn === this.#latest) this.#share = 1;
		}
	}

	/** Lays down the sections one by one. */
	async #layDown(turn: number, count: number): Promise<void> {
		for (this.#count = 1; this.#count < count; this.#count += 1) {
			await pause();
			if (turn !== this.#latest) return;
		}
	}
}
