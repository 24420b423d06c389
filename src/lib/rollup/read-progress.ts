import { comparePeriods } from '#lib/base/period.ts';
import {
	type ProgressFact,
	type ProgressPart,
	progressDayOf,
	progressPartOf,
	progressStateOf
} from '#lib/base/progress.ts';
import { decodeEntries } from './decode-entries.ts';
import type { RollupSubmission } from './key-entries.ts';

/** What one part of a row of B8 says, and where it was said. */
interface Saying {
	/** Absent where it takes back what an older submission said. */
	value?: bigint;
	sequence: number;
	row: number;
}

/** All that is said of one code for one unit and period. */
type CodeRecord = Pick<ProgressFact, 'code' | 'unit' | 'period'> & {
	parts: Map<ProgressPart, Saying>;
};

/**
 * What B8 says in all submissions, given in any order: for each code, unit and period the newest word on plan, done,
 * state and day, each by itself; ordered by code, unit and period. A part that the newest word takes back is absent, and
 * so is a row of which nothing is left. Throws where the bytes are no submission.
 */
export function readProgress(submissions: readonly RollupSubmission[]): ProgressFact[] {
	const records = new Map<string, CodeRecord>();
	for (const { sequence, bytes } of submissions) {
		for (const { unit, period, measure, state, value, row } of decodeEntries(bytes)) {
			const named = progressPartOf(measure);
			if (!named) continue;
			const { code, part } = named;
			const key = `${code}\n${unit}\n${period}`;
			const record: CodeRecord = records.get(key) ?? { code, unit, period, parts: new Map() };
			records.set(key, record);
			const saying = { sequence, row, ...(state === 'figure' && { value }) };
			if (isNewer(saying, record.parts.get(part))) record.parts.set(part, saying);
		}
	}
	return [...records.values()].flatMap(factOf).sort(byCodeUnitPeriod);
}

/** Of two sayings of one submission a figure holds before none, and the later one of two figures. */
function isNewer(saying: Saying, other: Saying | undefined): boolean {
	if (!other || saying.sequence !== other.sequence)
		return saying.sequence > (other?.sequence ?? -Infinity);
	return saying.value !== undefined || other.value === undefined;
}

function factOf({ parts, ...about }: CodeRecord): ProgressFact[] {
	const [first, ...others] = [...parts.values()].filter(({ value }) => value !== undefined);
	if (!first) return [];
	const newest = others.reduce((a, b) => (b.sequence > a.sequence ? b : a), first);
	const [plan, done, state, day] = (['plan', 'done', 'state', 'day'] as const).map(
		(part) => parts.get(part)?.value
	);
	const named = state === undefined ? undefined : progressStateOf(state);
	return [
		{
			...about,
			...(plan !== undefined && { plan }),
			...(done !== undefined && { done }),
			...(named && { state: named }),
			...(day !== undefined && { day: progressDayOf(day) }),
			sequence: newest.sequence,
			row: newest.row
		}
	];
}

function byCodeUnitPeriod(a: ProgressFact, b: ProgressFact): number {
	if (a.code !== b.code) return a.code < b.code ? -1 : 1;
	if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1;
	return comparePeriods(a.period, b.period);
}
