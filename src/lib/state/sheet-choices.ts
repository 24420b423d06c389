import type { Answers } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { StoredCorrection } from '#lib/store/submission.ts';

/** What the analyst said about one sheet of a file. */
export interface SheetChoices {
	/** The analyst's word for the period; absent while the sheet's own holds. */
	period?: Period;
	answers: Answers;
	/** One a cell at most, in the order of rows and columns. */
	corrections: readonly StoredCorrection[];
}

/** What the analyst said about a file, by the name of the sheet; `''` stands for that of a file without sheets. */
export type FileChoices = Readonly<Record<string, SheetChoices>>;

const NOTHING: SheetChoices = { answers: {}, corrections: [] };

/** What was said about that sheet; nothing where nothing was. */
export function choicesOf(choices: FileChoices, sheet = ''): SheetChoices {
	return choices[sheet] ?? NOTHING;
}

/** The choices with an answer to that question; without one where the value is `undefined`. */
export function withAnswer(choices: SheetChoices, key: string, value?: string): SheetChoices {
	const others = Object.entries(choices.answers).filter(([other]) => other !== key);
	const answers = Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
	return { ...choices, answers };
}

/** The choices with the corrections made; a cell that is given back what it held is corrected no more. */
export function withCorrections(
	choices: SheetChoices,
	made: readonly StoredCorrection[]
): SheetChoices {
	const byCell = new Map(choices.corrections.map((each) => [cellKey(each), each]));
	for (const correction of made) {
		const before = byCell.get(cellKey(correction))?.before ?? correction.before;
		if (correction.text === before) byCell.delete(cellKey(correction));
		else byCell.set(cellKey(correction), { ...correction, before });
	}
	const corrections = [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
	return { ...choices, corrections };
}

/** True where anything was said that a reload would lose. */
export function saysAnything(choices: FileChoices): boolean {
	return Object.values(choices).some(
		({ period, answers, corrections }) =>
			period !== undefined || corrections.length > 0 || Object.keys(answers).length > 0
	);
}

/** Names a cell by its row and column. */
export function cellKey({ row, column }: { row: number; column: number }): string {
	return `${row}:${column}`;
}
