import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ReportFormat } from '#lib/base/report-definition.ts';
import type { Report } from '#lib/views/report.ts';
import type { Delivery, ReportTasks, WriteOrder } from './report-tasks.ts';

/** Writes a report in a format; the other language is there for formats that hold both. */
export type WriteReport = (
	report: Report,
	order: WriteOrder & { other?: Report }
) => Promise<Uint8Array>;

/** The reports sent to the worker, and the files written so far. */
export class HeldReports {
	readonly #write: Record<ReportFormat, WriteReport>;
	readonly #reports = new Map<Report['language'], Report>();
	readonly #files: { name: string; bytes: Uint8Array }[] = [];

	constructor(write: Record<ReportFormat, WriteReport>) {
		this.#write = write;
	}

	/** Begins the report of a language anew. */
	begin(frame: ReportTasks['begin']['question']): void {
		this.#reports.set(frame.language, { ...frame, sections: [] });
	}

	/** Adds the next section. */
	section({ language, section }: ReportTasks['section']['question']): void {
		this.#reports.get(language)?.sections.push(section);
	}

	/** Writes the report of the order's language, and holds the file. */
	async write(order: WriteOrder): Promise<void> {
		const { language, name, format } = order;
		const report = this.#reports.get(language);
		const other = this.#reports.get(language === 'vi' ? 'en' : 'vi');
		if (!report) throw new RangeError(`no report in ${language} was sent`);
		const bytes = await this.#write[format](report, { ...order, ...(other && { other }) });
		this.#files.push({ name, bytes });
	}

	/** The only file, or all of them in one .zip; the files are let go of. */
	deliver({ at }: { at: number }): Delivery {
		const files = this.#files.splice(0);
		const [only] = files;
		const list = files.map(({ name, bytes }) => ({ name, size: bytes.length }));
		if (only && files.length === 1) return { bytes: only.bytes, files: list };
		const packed: Zippable = {};
		for (const { name, bytes } of files) {
			// Office files are zipped already: only text becomes smaller.
			packed[name] = [bytes, { level: name.endsWith('.html') ? 6 : 0, mtime: at }];
		}
		return { bytes: zipSync(packed), files: list };
	}
}

/** The bytes of a text. */
export function bytesOf(text: string): Uint8Array {
	return strToU8(text);
}
