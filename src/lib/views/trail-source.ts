import { cellAddress, columnLetter } from '#lib/base/cell-address.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { TrailCell, TrailFigure } from '#lib/base/trail.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { printCount } from './print-value.ts';
import { periodName } from './sentence-period.ts';
import { timeWords } from './submission-list.ts';

/** What a trail says of a submission. */
export interface SourceSubmission {
	id: string;
	sequence: number;
	file: string;
	sheet?: string;
	table?: number;
	/** ISO 8601 in UTC. */
	at: string;
	note?: string;
	state: 'official' | 'provisional';
}

/** What a trail is told with. */
export interface TrailWording {
	catalogue: Catalogue;
	tree: UnitTree;
	submissions: readonly SourceSubmission[];
	/** The day whose names of units are used. */
	day: string;
	language: Language;
}

/** Where a figure was read, in words. */
export interface SourceLine {
	/** Tells it from the other lines. */
	id: string;
	/** The unit's code, and its name. */
	code: string;
	unit: string;
	periodName: string;
	/** What of it counts, as printed. */
	value: string;
	/** `tính 3 trong 10`, or that it cannot be allocated; absent where all of it counts. */
	remark?: string;
	file: string;
	/** `trang tính “B1”`; absent for a file without sheets. */
	sheet?: string;
	cells: { address: string; place: string; value: string }[];
	/** `Lượt nộp 000012-ab12cd34, 21/11/2026 08:05`. */
	submission: string;
	state: string;
	isProvisional: boolean;
	note?: string;
}

/** The name of a unit on the day, else its newest one. */
export function unitNameIn({ tree, day }: TrailWording, code: string): string {
	return (tree.find(code, day) ?? tree.find(code))?.name ?? code;
}

/** Where a figure was read. */
export function sourceLine(figure: TrailFigure, wording: TrailWording): SourceLine {
	const { language, submissions } = wording;
	const source = submissions.find(({ sequence }) => sequence === figure.sequence);
	const remark = remarkOn(figure, language);
	const sheet = source && sheetWords(source, language);
	return {
		id: [figure.unit, figure.period, figure.sequence, ...figure.cells.map(cellAddress)].join(' '),
		code: figure.unit,
		unit: unitNameIn(wording, figure.unit),
		periodName: periodName(figure.period, language),
		value: printCount(figure.part ?? figure.value, language),
		...(remark && { remark }),
		file: source?.file ?? '',
		...(sheet && { sheet }),
		cells: figure.cells.map((cell) => cellWords(cell, language)),
		submission: source
			? say(language, 'trail.submission', { id: source.id, time: timeWords(source.at, language) })
			: '',
		state: source ? say(language, `submissions.${source.state}`) : '',
		isProvisional: source?.state === 'provisional',
		...(source?.note && { note: source.note })
	};
}

/** Sheet and table of a submission in words; `undefined` where its file has neither. */
function sheetWords({ sheet, table }: SourceSubmission, language: Language): string | undefined {
	const words = [
		...(sheet === undefined ? [] : [say(language, 'trail.sheet', { sheet })]),
		...(table === undefined ? [] : [say(language, 'trail.table', { table })])
	];
	return words.length > 0 ? words.join(', ') : undefined;
}

function cellWords(cell: TrailCell, language: Language): SourceLine['cells'][number] {
	return {
		address: cellAddress(cell),
		place: say(language, 'trail.cell-place', {
			row: String(cell.row),
			column: columnLetter(cell.column)
		}),
		value: printCount(cell.value, language)
	};
}

function remarkOn(
	{ value, part, isRemainder }: TrailFigure,
	language: Language
): string | undefined {
	const words = [
		...(part === undefined
			? []
			: [
					say(language, 'trail.part', {
						part: printCount(part, language),
						whole: printCount(value, language)
					})
				]),
		...(isRemainder ? [say(language, 'trail.remainder')] : [])
	];
	return words.length > 0 ? words.join('; ') : undefined;
}
