import { readFile } from 'node:fs/promises';
import { AppError } from '#lib/base/app-error.ts';
import { REPORT_FORMATS, type ReportDefinition } from '#lib/base/report-definition.ts';
import { isReportDefinition } from '#lib/store/kept-report.ts';
import { definitionOf, REPORT_STARTERS } from '#lib/views/report-starters.ts';
import { type Options, readOptions } from './options.ts';
import { parseArguments } from './parse-arguments.ts';

/** The formats that the command line writes: those of the app, and paper. */
const FILE_FORMATS = [...REPORT_FORMATS, 'pdf'] as const;

/** A format that the command line writes. */
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What the command `report` is asked for beside what every command is asked for. */
export interface ReportOptions {
	options: Options;
	format: FileFormat;
	/** The file to write; a folder where the definition names several units. */
	out: string;
	definition: ReportDefinition;
	/** The office's own .docx or .pptx. */
	template?: string;
	/** The day in Viet Nam that it is taken to be; absent for today. */
	today?: string;
}

const OWN = {
	format: { type: 'string' },
	out: { type: 'string' },
	definition: { type: 'string' },
	template: { type: 'string' },
	profile: { type: 'string' },
	today: { type: 'string' },
	period: { type: 'string' },
	units: { type: 'string' },
	lineage: { type: 'string' },
	boundaries: { type: 'string' },
	layout: { type: 'string' },
	unit: { type: 'string' },
	indicator: { type: 'string', multiple: true },
	lang: { type: 'string' }
} as const;

/**
 * The options of `report`. Throws AppError `cli.missing-option` without a format, a file or a unit, and those of every
 * command; `cli.bad-definition` where the file holds none.
 */
export async function readReportOptions(args: string[]): Promise<ReportOptions> {
	const { values, positionals } = parseArguments(args, OWN);
	const { format, out, definition, template, profile, indicator, today, boundaries } = values;
	if (out === undefined) throw new AppError('cli.missing-option', { option: 'out' });
	const options = readOptions(sharedArguments(positionals, values));
	const settled = await settledDefinition(definition, options);
	return {
		...{ options, out, template, today: dayOf(today) },
		format: formatOf(format ?? out.split('.').at(-1)),
		definition: {
			...settled,
			...(values.lang !== undefined && { language: options.language }),
			...(profile !== undefined && { profile }),
			...(indicator !== undefined && { indicators: indicator }),
			...(boundaries !== undefined && { boundaries }),
			...(options.unit !== undefined && { units: [options.unit] }),
			...(options.period !== undefined && { period: options.period })
		}
	};
}

/** What the readers of every command understand. */
function sharedArguments(files: string[], values: Record<string, unknown>): string[] {
	const shared = ['period', 'units', 'lineage', 'boundaries', 'layout', 'unit', 'lang'];
	return [
		...files,
		...shared.flatMap((name) => {
			const value = values[name];
			return typeof value === 'string' ? [`--${name}`, value] : [];
		})
	];
}

/** The definition of the file, as the app exports it; without one the usual report for the unit and period asked for. */
async function settledDefinition(
	path: string | undefined,
	{ unit, period, language }: Options
): Promise<ReportDefinition> {
	if (path !== undefined) return readDefinition(path);
	if (unit === undefined) throw new AppError('cli.missing-option', { option: 'unit' });
	if (period === undefined) throw new AppError('cli.missing-option', { option: 'period' });
	const [usual] = REPORT_STARTERS;
	if (!usual) throw new Error('There is no report to begin with.');
	return definitionOf(usual, { id: usual.id, language, profile: 'party' });
}

async function readDefinition(path: string): Promise<ReportDefinition> {
	const found: unknown = parsed(await textOf(path), path);
	if (isReportDefinition(found)) return found;
	throw new AppError('cli.bad-definition', { file: path });
}

async function textOf(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch {
		throw new AppError('cli.unreadable', { file: path });
	}
}

function parsed(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		throw new AppError('cli.not-json', { file, message: cause.message });
	}
}

function formatOf(text = ''): FileFormat {
	const format = FILE_FORMATS.find((each) => each === text);
	if (format) return format;
	const known = FILE_FORMATS.join(', ');
	throw new AppError('cli.bad-choice', { option: 'format', value: text, known });
}

function dayOf(text: string | undefined): string | undefined {
	if (text === undefined || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
	throw new AppError('cli.bad-day', { day: text });
}
