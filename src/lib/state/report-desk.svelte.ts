import { AppError } from '#lib/base/app-error.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import { safeFileName } from '#lib/export/file-name.ts';
import { reportProfiles } from '#lib/views/report-profile.ts';
import { definitionOf, REPORT_STARTERS } from '#lib/views/report-starters.ts';
import { handOver } from './hand-over.ts';
import { readText } from './read-bytes.ts';
import type { ComposingParts } from './report-composer.ts';
import {
	areSame,
	definitionIn,
	readDrafts,
	withDraft,
	withoutDraft,
	writeDrafts
} from './report-drafts.ts';
import { ReportRun } from './report-run.svelte.ts';
import { ReportShelf } from './report-shelf.svelte.ts';

/** Where reports are settled, kept and made; what is being settled and what is being made goes on on other pages. */
export class ReportDesk {
	readonly shelf: ReportShelf;
	readonly run: ReportRun;
	readonly #parts: ComposingParts;
	/** The definition that was asked for last. */
	#given: ReportDefinition | undefined;
	#drafts = $state.raw<readonly ReportDefinition[]>(readDrafts(sessionStorage));

	constructor(parts: ComposingParts) {
		this.#parts = parts;
		this.shelf = new ReportShelf(parts.workspace);
		this.run = new ReportRun({ ...parts, shelf: this.shelf });
	}

	/**
	 * The definition of that id as it is being settled, as it is kept, or as the starter of that id begins; absent where
	 * there is none.
	 */
	definition(id: string | undefined): ReportDefinition | undefined {
		const found =
			this.#drafts.find((draft) => draft.id === id) ?? this.shelf.find(id) ?? this.#begun(id);
		// As long as it says the same it is the same: what was composed of it need not be composed anew.
		const isSame = JSON.stringify(found) === JSON.stringify(this.#given);
		if (!isSame) this.#given = found;
		return this.#given;
	}

	/** True where the definition is kept. */
	isKept(id: string): boolean {
		return this.shelf.find(id) !== undefined;
	}

	/** True where the definition differs from what is kept. */
	isChanged(id: string): boolean {
		return this.#drafts.some((draft) => draft.id === id);
	}

	/** Begins a report like another one, and gives its id. */
	copy(definition: ReportDefinition, name: string): string {
		const id = crypto.randomUUID();
		this.#put({ ...definition, id, name });
		return id;
	}

	/** Settles a part of a definition anew; what is then as it is kept is no draft any more. */
	change(id: string, part: Partial<ReportDefinition>): void {
		const before = this.definition(id);
		if (!before) return;
		const after = { ...before, ...part };
		const kept = this.shelf.find(id);
		if (kept && areSame(kept, after)) this.#leave(id);
		else this.#put(after);
	}

	/** Keeps the definition as it is settled, and gives the id that it is kept under; absent where it was not done. */
	async save(id: string): Promise<string | undefined> {
		const definition = this.definition(id);
		if (!definition) return undefined;
		const isBegun = REPORT_STARTERS.some((starter) => starter.id === id);
		const kept = isBegun ? { ...definition, id: crypto.randomUUID() } : definition;
		if (!(await this.shelf.save(kept))) return undefined;
		this.#leave(id);
		return kept.id;
	}

	/** Hands over a definition as a file: for a colleague, or for the command line. */
	download(definition: ReportDefinition): void {
		const text = `${JSON.stringify(definition, null, '\t')}\n`;
		const name = safeFileName(definition.name, 'json');
		handOver(name, new Blob([text], { type: 'application/json' }));
	}

	/** Opens a definition that was handed over, and gives its id; rejects with AppError `reports.no-definition`. */
	async openFile(file: File): Promise<string> {
		const read = definitionIn(await readText(file));
		if (!read) throw new AppError('reports.no-definition', { file: file.name });
		// Templates are kept on the computer on which they were added.
		const { templates: _, ...definition } = read;
		const id = crypto.randomUUID();
		this.#put({ ...definition, id });
		return id;
	}

	/** Goes back to what is kept; a report that is not kept is gone. */
	discard(id: string): void {
		this.#leave(id);
	}

	#begun(id: string | undefined): ReportDefinition | undefined {
		const starter = REPORT_STARTERS.find((each) => each.id === id);
		if (!starter) return undefined;
		const [usual] = reportProfiles();
		const newest = this.shelf.definitions.at(-1);
		const { language } = this.#parts.view;
		const begun = definitionOf(starter, { id: starter.id, language, profile: usual?.id ?? '' });
		// An office's letterhead is the same in all of its reports.
		const { profile, fields, templates } = newest ?? begun;
		return { ...begun, profile, fields, ...(templates && { templates }) };
	}

	#put(draft: ReportDefinition): void {
		this.#drafts = withDraft(this.#drafts, draft);
		writeDrafts(sessionStorage, this.#drafts);
	}

	#leave(id: string): void {
		this.#drafts = withoutDraft(this.#drafts, id);
		writeDrafts(sessionStorage, this.#drafts);
	}
}
