import { foldKey } from '#lib/base/fold.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { PROGRESS_STATES, progressDayNumber, progressStateNumber } from '#lib/base/progress.ts';
import { progressStateWord } from '#lib/base/progress-words.ts';
import { readDate } from '#lib/units/read-date.ts';
import { cellIssue, type CellIssue } from './cell-issue.ts';
import type { Cell } from './grid.ts';
import { isBlankOrDash, readNumber, readPartOfWhole, type NumberReading } from './read-number.ts';

/** A cell of B8 as it is kept, and what is told of it. */
export interface ProgressReading {
	reading: NumberReading;
	issue?: Issue;
}

/** A cell of B8, and where it stands. */
export interface ProgressCell {
	cell: Cell;
	/** The cell as clean text. */
	text: string;
	row: number;
	/** The header of its column. */
	column: string;
}

const MISSING: NumberReading = { state: 'missing' };
const DECIMAL = /^\d+[.,]\d+ ?%?$/;
const COUNT_WITH_WORDS = /^(\d[\d.]*) (?=\p{L})[^\d%]+$/u;
const WHOLE_PERCENT = /^(\d+) ?%$/;
const OTHER_WORDS: Partial<Record<(typeof PROGRESS_STATES)[number], string>> = {
	'not-started': 'chưa triển khai, chưa làm, chưa bắt đầu',
	'in-progress': 'đang triển khai, đang làm, đang tiến hành, đang hoàn thiện',
	done: 'đã hoàn thành, hoàn thành xong, xong, đã xong, đã thực hiện',
	'on-time': 'đúng hạn, đã nộp đúng hạn',
	late: 'muộn, nộp trễ, nộp chậm, trễ hạn, quá hạn, nộp quá hạn, đã nộp muộn, nộp muộn hạn',
	met: 'đạt chỉ tiêu',
	'not-met': 'không đạt, chưa đạt chỉ tiêu',
	'not-due': 'chưa đến hạn, chưa tới kỳ, chưa tới hạn',
	'none-arising': 'không có phát sinh'
};

const STATE_BY_KEY = new Map(
	PROGRESS_STATES.flatMap((state) => {
		const words = [progressStateWord(state, 'vi'), progressStateWord(state, 'en')];
		const others = OTHER_WORDS[state]?.split(', ') ?? [];
		return [...words, ...others].map((word) => [foldKey(word), state] as const);
	})
);

/** The state that a cell names; an unknown word is an error that lists the nine. */
export function readProgressState(place: ProgressCell): ProgressReading {
	if (isBlankOrDash(place.cell)) return { reading: MISSING };
	const state = STATE_BY_KEY.get(foldKey(place.text));
	if (state) return { reading: { state: 'figure', value: progressStateNumber(state) } };
	const [statesVi, statesEn] = (['vi', 'en'] as const).map((language) =>
		PROGRESS_STATES.map((each) => progressStateWord(each, language)).join(', ')
	);
	const params = { statesVi: statesVi ?? '', statesEn: statesEn ?? '' };
	return wrong(place, { code: 'progress-unknown-state', params });
}

/** The day that a cell names; one that no calendar has, or after today, is an error. */
export function readProgressDay(place: ProgressCell, today?: IsoDate): ProgressReading {
	if (isBlankOrDash(place.cell)) return { reading: MISSING };
	const day = readDate(place.text);
	if (day === undefined) return wrong(place, { code: 'progress-day-unreadable' });
	if (today !== undefined && day > today)
		return wrong(place, { code: 'progress-day-future', params: { day, today } });
	return { reading: { state: 'figure', value: progressDayNumber(day) } };
}

/** A count, what is counted left aside: "2 chi bộ" is 2. */
function readCount(place: ProgressCell): ProgressReading {
	const reading = readNumber(place.cell);
	const [, count] = (reading.state === 'unreadable' && COUNT_WITH_WORDS.exec(place.text)) || [];
	const counted = count === undefined ? reading : readNumber(count);
	if (counted === reading || counted.state !== 'figure') return { reading };
	const params = { figure: String(counted.value) };
	const told = { severity: 'info', code: 'progress-words-dropped', params } as const;
	return { reading: counted, issue: cellIssue({ ...told, ...placeOf(place) }) };
}

/** The plan of a cell; words such as "trước 15/6" are told and not kept. */
export function readProgressPlan(place: ProgressCell): ProgressReading {
	const read = readCount(place);
	if (read.reading.state !== 'unreadable') return read;
	if (DECIMAL.test(place.text)) return wrong(place, { code: read.reading.fault });
	const issue = cellIssue({ severity: 'info', code: 'progress-plan-words', ...placeOf(place) });
	return { reading: MISSING, issue };
}

/** The threshold that a cell sets, in whole per cent; anything else is an error. */
export function readProgressThreshold(place: ProgressCell): ProgressReading {
	const whole = WHOLE_PERCENT.exec(place.text)?.[1];
	const reading = readNumber(whole ?? place.cell);
	if (reading.state === 'figure' && reading.value > 100n)
		return wrong(place, { code: 'progress-threshold-over' });
	if (reading.state !== 'unreadable') return { reading };
	const isDecimal = DECIMAL.test(place.text);
	return wrong(place, { code: isDecimal ? 'progress-threshold-decimal' : reading.fault });
}

/** What is done, as a count; "31/44" is one where 44 is the plan. */
export function readProgressDone(place: ProgressCell, plan: NumberReading): ProgressReading {
	const part = readPartOfWhole(place.cell);
	if (part?.state === 'figure' && isWhole(part.params?.whole, plan)) {
		const params = { figure: String(part.value), whole: String(part.params?.whole) };
		const told = { severity: 'info', code: 'progress-done-of-plan', params } as const;
		return {
			reading: { state: 'figure', value: part.value },
			issue: cellIssue({ ...told, ...placeOf(place) })
		};
	}
	return readCount(place);
}

function isWhole(whole: string | number | undefined, plan: NumberReading): boolean {
	return plan.state !== 'figure' || String(plan.value) === String(whole);
}

function wrong(place: ProgressCell, issue: Pick<CellIssue, 'code' | 'params'>): ProgressReading {
	return { reading: MISSING, issue: cellIssue({ severity: 'error', ...placeOf(place), ...issue }) };
}

function placeOf({ row, column, cell }: ProgressCell): Pick<CellIssue, 'row' | 'column' | 'cell'> {
	return { row, column, cell };
}
