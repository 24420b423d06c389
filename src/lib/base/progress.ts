import type { IsoDate, Period } from './period.ts';

/** What a row of B8 says of its code, in the order in which the states are numbered where they are kept (from 1). */
export const PROGRESS_STATES = [
	'not-started',
	'in-progress',
	'done',
	'on-time',
	'late',
	'met',
	'not-met',
	'not-due',
	'none-arising'
] as const;

/** How something to be done stands (TEMPLATES §A, B8): "Chưa thực hiện" … "Không phát sinh". */
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** The parts of a row of B8 that are kept, each as a whole number under a measure of its own. */
export type ProgressPart = 'plan' | 'done' | 'state' | 'day';

const PARTS: Record<ProgressPart, string> = {
	plan: 'kh',
	done: 'th',
	state: 'tt',
	day: 'ngay'
};

/** The measure under which a part of a code's row is kept: `b8/dn-2025-dti-top3/th`. */
export function progressMeasure(code: string, part: ProgressPart): string {
	return `b8/${code}/${PARTS[part]}`;
}

/** Code and part of a measure of B8; `undefined` for the measure of another sheet. */
export function progressPartOf(measure: string): { code: string; part: ProgressPart } | undefined {
	const [, code, suffix] = /^b8\/(.+)\/(kh|th|tt|ngay)$/.exec(measure) ?? [];
	const part = (Object.keys(PARTS) as ProgressPart[]).find((each) => PARTS[each] === suffix);
	return code !== undefined && part ? { code, part } : undefined;
}

/** The whole number under which a state is kept: its place in `PROGRESS_STATES`, from 1. */
export function progressStateNumber(state: ProgressState): bigint {
	return BigInt(PROGRESS_STATES.indexOf(state) + 1);
}

/** The state kept under a whole number; `undefined` for a number of none. */
export function progressStateOf(value: bigint): ProgressState | undefined {
	return PROGRESS_STATES[Number(value) - 1];
}

/** The whole number under which a day is kept: 20240616 for `2024-06-16`. */
export function progressDayNumber(day: IsoDate): bigint {
	return BigInt(day.replaceAll('-', ''));
}

/** The day kept under a whole number. */
export function progressDayOf(value: bigint): IsoDate {
	return String(value).replace(/^(\d+)(\d\d)(\d\d)$/, '$1-$2-$3');
}

/** What is in force of one code for one unit and period, and where it was said. */
export interface ProgressFact {
	/** The id of a target, milestone, duty or task. */
	code: string;
	unit: string;
	period: Period;
	plan?: bigint;
	done?: bigint;
	state?: ProgressState;
	/** The day of submission or completion. */
	day?: IsoDate;
	/** The newest submission that said any of it, and the row of its file. */
	sequence: number;
	row: number;
}
