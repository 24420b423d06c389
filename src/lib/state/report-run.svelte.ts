import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import type { ReportDefinition, ReportFormat } from '#lib/base/report-definition.ts';
import { distinctFileNames, safeFileName } from '#lib/export/file-name.ts';
import type { ReportGuard } from '#lib/views/report-guard.ts';
import { breathe } from './breathe.ts';
import { handOver } from './hand-over.ts';
import type { Composing, ComposingParts } from './report-composer.ts';
import { placeOfReport, type ReportUnit } from './report-facts.ts';
import { openReportLine, type ReportLine, sendReport } from './report-line.ts';
import type { ReportShelf } from './report-shelf.svelte.ts';
import type { BriefingFiles, Delivery } from './report-tasks.ts';
import { staticFile } from './static-file.ts';
import { asAppError, Cancelled } from './work.ts';

/** A run under way: what is being made, and how far it is. */
export interface Running {
	/** The name of the report. */
	name: string;
	/** The unit that is worked on, its place among all from 1, and how many there are. */
	unit: string;
	place: number;
	count: number;
	/** The format that is being written; absent while the report is composed. */
	format?: ReportFormat;
	/** Of the whole run, from 0 to 1. */
	share: number;
}

/** What a run has made. */
export interface Made {
	/** The id of the definition. */
	definition: string;
	/** The name under which it was handed over. */
	name: string;
	content: Blob;
	files: Delivery['files'];
	/** Units of the definition that do not exist in the period: there is no file for them. */
	missing: readonly string[];
	/** How long it took, in milliseconds. */
	took: number;
}

/** What a run works on. */
interface Task {
	definition: ReportDefinition;
	formats: readonly ReportFormat[];
	composing: Composing;
	period: Period;
	units: readonly ReportUnit[];
	/** The names of the files by unit, then format. */
	names: readonly (readonly string[])[];
	templates: Readonly<Partial<Record<ReportFormat, Uint8Array>>>;
	briefing?: BriefingFiles;
	at: number;
}

/** By ending, what a browser takes a file for. */
const KINDS: Record<ReportFormat | 'zip', string> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	html: 'text/html;charset=utf-8',
	zip: 'application/zip'
};

/** Makes the files of a definition, one run at a time: composed on the page a while at a time, written beside it. */
export class ReportRun {
	readonly #parts: ComposingParts & { shelf: ReportShelf };
	#now = $state.raw<Running>();
	#made = $state.raw<Made>();
	#problem = $state.raw<AppError>();
	#cancelling?: AbortController;

	constructor(parts: ComposingParts & { shelf: ReportShelf }) {
		this.#parts = parts;
	}

	/** The run under way. */
	get now(): Running | undefined {
		return this.#now;
	}

	/** What the last run made. */
	get made(): Made | undefined {
		return this.#made;
	}

	/** Why the last run made nothing. */
	get problem(): AppError | undefined {
		return this.#problem;
	}

	/** Makes the files of the definition and hands them over; while another run is under way nothing happens. */
	async start(definition: ReportDefinition): Promise<void> {
		if (this.#now) return;
		const cancelling = new AbortController();
		this.#cancelling = cancelling;
		[this.#made, this.#problem] = [undefined, undefined];
		const count = Math.max(1, definition.units.length);
		this.#now = { name: definition.name, unit: '', place: 1, count, share: 0 };
		try {
			this.#made = await this.#make(definition, cancelling.signal);
			this.deliver();
		} catch (error) {
			if (!(error instanceof Cancelled)) this.#problem = asAppError(error);
		} finally {
			this.#now = undefined;
		}
	}

	/** Hands over what was made once more. */
	deliver(): void {
		if (this.#made) handOver(this.#made.name, this.#made.content);
	}

	/** Ends the run under way; nothing of it is handed over. */
	cancel(): void {
		this.#cancelling?.abort();
	}

	/** Forgets what was made, or why nothing was. */
	dismiss(): void {
		[this.#made, this.#problem] = [undefined, undefined];
	}

	async #make(definition: ReportDefinition, signal: AbortSignal): Promise<Made> {
		const started = performance.now();
		const { task, missing } = await this.#open(definition);
		const line = openReportLine(signal);
		try {
			const { guardFor } = await import('./report-composer.ts');
			const guard = await breathe(guardFor(task.composing, definition, task), { signal });
			for (const place of task.units.keys())
				await this.#makeUnit(task, place, { line, signal, guard });
			const { bytes, files } = await line.ask('deliver', { at: task.at });
			const [only] = files;
			const isOne = only !== undefined && files.length === 1;
			const name = isOne ? only.name : this.#packName(task);
			const type = KINDS[isOne ? (task.formats[0] ?? 'docx') : 'zip'];
			const content = new Blob([new Uint8Array(bytes)], { type });
			const took = performance.now() - started;
			return { definition: definition.id, name, content, files, missing, took };
		} finally {
			line.close();
		}
	}

	async #open(definition: ReportDefinition): Promise<{ task: Task; missing: string[] }> {
		const { workspace, view } = this.#parts;
		const { openComposing } = await import('./report-composer.ts');
		const composing = await openComposing(definition, this.#parts);
		const ground = { facts: composing.facts, tree: workspace.tree, shown: view.unit };
		const { period, units, missing } = placeOfReport(definition, ground);
		const formats = definition.formats ?? ['docx'];
		const names = distinctFileNames(
			units.flatMap(({ name }) =>
				formats.map((format) => safeFileName(fileStem(definition, name, period), format))
			)
		);
		const task: Task = {
			...{ definition, formats, composing, period, units },
			names: units.map((_, place) =>
				names.slice(place * formats.length, (place + 1) * formats.length)
			),
			templates: await this.#templatesOf(definition),
			...(formats.includes('html') && { briefing: await briefingFiles() }),
			at: Date.now()
		};
		return { task, missing };
	}

	async #makeUnit(
		task: Task,
		place: number,
		{ line, signal, guard }: { line: ReportLine; signal: AbortSignal; guard: ReportGuard }
	): Promise<void> {
		const { definition, formats, templates, at } = task;
		const { language } = definition;
		const languages: Language[] = formats.includes('html')
			? [language, language === 'vi' ? 'en' : 'vi']
			: [language];
		const steps = languages.length + formats.length;
		const { composeFor } = await import('./report-composer.ts');
		const unit = task.units[place];
		if (!unit) return;
		const tell = (step: number, format?: ReportFormat): void =>
			this.#tell(task, place, { within: step / steps, format });
		for (const [step, each] of languages.entries()) {
			const question = { unit, period: task.period, language: each, guard };
			const work = composeFor(task.composing, definition, question);
			tell(step);
			const onProgress = (share: number): void => tell(step + share);
			await sendReport(line, await breathe(work, { signal, onProgress }));
		}
		for (const [step, format] of formats.entries()) {
			tell(languages.length + step, format);
			const [name = '', template] = [task.names[place]?.[step], templates[format]];
			const { briefing } = task;
			await line.ask('write', {
				...{ format, name, language, at },
				...(template && { template }),
				...(format === 'html' && briefing && { briefing })
			});
		}
	}

	#tell(
		{ definition, units }: Task,
		place: number,
		{ within, format }: { within: number; format?: ReportFormat | undefined }
	): void {
		this.#now = {
			name: definition.name,
			unit: units[place]?.name ?? '',
			...{ place: place + 1, count: units.length },
			...(format && { format }),
			share: (place + within) / units.length
		};
	}

	async #templatesOf({ templates = {} }: ReportDefinition): Promise<Task['templates']> {
		const { shelf } = this.#parts;
		const bytes: Partial<Record<ReportFormat, Uint8Array>> = {};
		for (const format of ['docx', 'pptx'] as const) {
			const template = shelf.templates.find(({ id }) => id === templates[format]);
			if (template) bytes[format] = await shelf.templateBytes(template);
		}
		return bytes;
	}

	#packName({ definition, period, units }: Task): string {
		const [only] = units;
		const whose = only && units.length === 1 ? only.name : '';
		return safeFileName(fileStem(definition, whose, period), 'zip');
	}
}

async function briefingFiles(): Promise<BriefingFiles> {
	const [script = '', style = ''] = await Promise.all(
		['briefing/briefing.js', 'briefing/briefing.css'].map(async (path) => {
			const answer = await fetch(staticFile(path));
			if (!answer.ok) throw new AppError('reports.no-briefing');
			return answer.text();
		})
	);
	return { script, style };
}

function fileStem({ name }: ReportDefinition, unit: string, period: Period): string {
	return [name, unit, period].filter(Boolean).join(' - ');
}
