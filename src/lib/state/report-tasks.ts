import type { ReportFormat } from '#lib/base/report-definition.ts';
import type { Report, ReportSection } from '#lib/views/report.ts';

/** A report without its sections, which follow one by one: what is posted at one go must not hold up the page. */
export type ReportFrame = Omit<Report, 'sections'>;

/** What the worker that writes reports is asked for, and what it answers. */
export interface ReportTasks {
	/** Begins a report; the one of the other language stays, for the formats that hold both. */
	begin: { question: ReportFrame; answer: undefined };
	/** The next section of the report in that language. */
	section: {
		question: { language: Report['language']; section: ReportSection };
		answer: undefined;
	};
	/** Writes the report that was begun first since the last writing, and holds the file. */
	write: { question: WriteOrder; answer: undefined };
	/** Hands over what was written: the file, or all of them in a .zip, and lets go of them. */
	deliver: { question: { at: number }; answer: Delivery };
}

/** Which file is to be written. */
export interface WriteOrder {
	format: ReportFormat;
	/** The name of the file, with its ending. */
	name: string;
	/** The language that the file is in, or that is shown first. */
	language: Report['language'];
	/** When it was made, in milliseconds since 1970. */
	at: number;
	/** The office's own document that it is written into. */
	template?: Uint8Array;
	/** What a briefing runs and looks like. */
	briefing?: BriefingFiles;
}

/** The texts of the files in static/briefing. */
export interface BriefingFiles {
	script: string;
	style: string;
}

/** What was written. */
export interface Delivery {
	bytes: Uint8Array;
	/** Every file in it, with its size. */
	files: { name: string; size: number }[];
}
