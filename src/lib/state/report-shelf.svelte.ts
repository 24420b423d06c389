import { AppError } from '#lib/base/app-error.ts';
import type { ReportDefinition, TemplateFormat } from '#lib/base/report-definition.ts';
import type { KeptReports, OfficeTemplate } from '#lib/store/kept-report.ts';
import type { Store } from '#lib/store/store.ts';
import { readBytes } from './read-bytes.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What was deleted last: its name, and how it comes back. */
interface Deleted {
	name: string;
	restore: (store: Store) => Promise<unknown>;
}

/** A template is a few pages: what is larger was taken by mistake, and would slow every report. */
const LARGEST_TEMPLATE = 20_000_000;

/** The definitions of reports and the office's templates that the workspace keeps, and how they change. */
export class ReportShelf {
	readonly #workspace: Workspace;
	#deleted = $state.raw<Deleted>();

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The definitions kept, in the order of keeping. */
	get definitions(): readonly ReportDefinition[] {
		return this.#workspace.reports.definitions;
	}

	/** The office's templates kept, in the order of keeping. */
	get templates(): readonly OfficeTemplate[] {
		return this.#workspace.reports.templates;
	}

	/** What was deleted last, and can be brought back. */
	get deleted(): string | undefined {
		return this.#deleted?.name;
	}

	/** The definition of that id. */
	find(id: string | undefined): ReportDefinition | undefined {
		return this.definitions.find((definition) => definition.id === id);
	}

	/** Keeps a definition, in place of the one of its id; false where it was not done. */
	save(definition: ReportDefinition): Promise<boolean> {
		// What the screen holds is a proxy, which nothing can keep.
		const plain = $state.snapshot(definition) as ReportDefinition;
		return this.#change((kept) => {
			const at = kept.definitions.findIndex(({ id }) => id === plain.id);
			const place = at < 0 ? kept.definitions.length : at;
			return { ...kept, definitions: kept.definitions.toSpliced(place, at < 0 ? 0 : 1, plain) };
		});
	}

	/** Deletes a definition; `undo` brings it back to its place. */
	async delete({ id, name }: ReportDefinition): Promise<void> {
		const at = this.definitions.findIndex((each) => each.id === id);
		const [definition] = this.definitions.slice(at);
		if (at < 0 || !definition) return;
		const isDone = await this.#change((kept) => ({
			...kept,
			definitions: kept.definitions.filter((each) => each.id !== id)
		}));
		if (!isDone) return;
		this.#deleted = {
			name,
			restore: (store) =>
				store.changeReports((kept) => ({
					...kept,
					definitions: kept.definitions.toSpliced(at, 0, definition)
				}))
		};
	}

	/** Keeps a file as a template; throws AppError `reports.no-template` and `reports.large-template`. */
	async addTemplate(file: File): Promise<OfficeTemplate | undefined> {
		const format = formatOf(file.name);
		if (!format) throw new AppError('reports.no-template', { file: file.name });
		if (file.size > LARGEST_TEMPLATE) {
			throw new AppError('reports.large-template', { file: file.name });
		}
		const bytes = await readBytes(file);
		if (!isZip(bytes)) throw new AppError('reports.no-template', { file: file.name });
		const about = {
			...{ id: crypto.randomUUID(), name: file.name.normalize('NFC'), format },
			at: new Date().toISOString()
		};
		const isKept = await this.#workspace.keep((store) => store.saveTemplate(bytes, about));
		return isKept ? this.templates.find(({ id }) => id === about.id) : undefined;
	}

	/** Lets go of a template; `undo` brings it back. */
	async removeTemplate(template: OfficeTemplate): Promise<void> {
		const bytes = await this.templateBytes(template);
		const isDone = await this.#change((kept) => ({
			...kept,
			templates: kept.templates.filter(({ id }) => id !== template.id)
		}));
		if (!isDone) return;
		const { file: _, ...about } = template;
		this.#deleted = {
			name: template.name,
			restore: (store) => store.saveTemplate(bytes, about)
		};
	}

	/** The bytes of a template; rejects with AppError `store.damaged-template`. */
	async templateBytes(template: OfficeTemplate): Promise<Uint8Array> {
		const bytes = await this.#workspace.ground?.store.templateBytes(template);
		if (!bytes) throw new AppError('store.damaged-template', { file: template.name });
		return bytes;
	}

	/** Brings back what was deleted last. */
	async undo(): Promise<void> {
		const deleted = this.#deleted;
		if (deleted && (await this.#workspace.keep(deleted.restore))) this.#deleted = undefined;
	}

	#change(change: (kept: KeptReports) => KeptReports): Promise<boolean> {
		this.#deleted = undefined;
		return this.#workspace.keep((store) => store.changeReports(change));
	}
}

function formatOf(name: string): TemplateFormat | undefined {
	const ending = /\.(docx|pptx)$/i.exec(name)?.[1]?.toLowerCase();
	return ending === 'docx' || ending === 'pptx' ? ending : undefined;
}

function isZip([first, second]: Uint8Array): boolean {
	return first === 0x50 && second === 0x4b;
}
