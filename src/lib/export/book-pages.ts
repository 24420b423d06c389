import { bookPaper, type BookPaper } from './book-paper.ts';
import type { BookGrid, BookRow } from './book-row.ts';

/** How the rows of a sheet fall on pages. */
interface Pages {
	/** The rows that are printed in one go, each beginning on a page of its own. */
	runs: { from: number; to: number }[];
	/** The rows with which pages begin, but for the first. */
	starts: number[];
	/** How many pages they fill. */
	count: number;
	/** How much of the last page is filled, from 0 to 1, but for the head that each page repeats. */
	rest: number;
}

/** How much smaller a sheet is printed at most, in hundredths, so that no page holds a few lines alone. */
const MOST_SHRUNK = 18;
const FEW_LINES = 0.25;

/** The paper for a sheet of these rows: a little smaller where a few lines would stand on a last page alone. */
export function sheetPaper(grid: BookGrid, rows: readonly BookRow[]): BookPaper {
	const paper = bookPaper(grid);
	const { count, rest } = pagesOf(rows, paper);
	if (count === 1 || rest > FEW_LINES) return paper;
	for (let less = 1; less <= MOST_SHRUNK; less += 1) {
		const scale = Math.floor((paper.scale * (100 - less)) / 100);
		const smaller = { ...paper, scale, capacity: (paper.capacity * paper.scale) / scale };
		if (pagesOf(rows, smaller).count < count) return smaller;
	}
	return paper;
}

/** The rows in runs that begin on a page of their own: the caption of a table never stands last on one. */
export function printRuns(rows: readonly BookRow[], paper: BookPaper): Pages['runs'] {
	return pagesOf(rows, paper).runs;
}

/** The rows with which the pages of a sheet begin, but for the first: the same in every program that prints it. */
export function pageStarts(rows: readonly BookRow[], paper: BookPaper): number[] {
	return pagesOf(rows, paper).starts;
}

function pagesOf(rows: readonly BookRow[], { capacity }: Pick<BookPaper, 'capacity'>): Pages {
	const heads = rows.filter(({ table }) => table);
	const repeated = heads.length === 1 ? (heads[0]?.height ?? 0) : 0;
	const heightAt = (at: number): number => rows[at]?.height ?? 0;
	const runs: Pages['runs'] = [];
	const starts: number[] = [];
	let [from, used] = [0, 0];
	for (const [at, { height }] of rows.entries()) {
		const isCaption = rows[at + 1]?.table !== undefined;
		const kept = isCaption ? heightAt(at + 1) + heightAt(at + 2) : 0;
		if (used + height + kept > capacity && used > 0) {
			if (isCaption) {
				runs.push({ from, to: at - 1 });
				from = at;
			}
			used = isCaption ? 0 : repeated;
			starts.push(at);
		}
		used += height;
	}
	const own = starts.length === 0 ? used : used - repeated;
	runs.push({ from, to: rows.length - 1 });
	return { runs, starts, count: starts.length + 1, rest: own / capacity };
}
