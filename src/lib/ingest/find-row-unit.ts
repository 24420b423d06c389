import { cleanText, foldKey } from '#lib/base/fold.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { UnitFinder } from '#lib/units/find-unit.ts';
import type { OnDate, UnitMatch } from '#lib/units/unit-match.ts';
import type { Unit } from '#lib/units/unit.ts';
import { cellIssue, excerpt } from './cell-issue.ts';
import type { MatchedUnit } from './draft.ts';
import { isPersonal } from './personal-text.ts';
import type { Choice, Question } from './question.ts';

/** How a row names its unit. */
export interface UnitCells {
	/** The cell of the unit column, and that of the code column; empty where there is none. */
	name: string;
	code: string;
	row: number;
	/** The header of the column that the unit is looked up by. */
	column: string;
	period?: Period;
	/** The heading of the group that the row stands in, perhaps the unit above it. */
	under?: string;
}

/** Which unit a row is of: one of the list, none because the analyst says so, or an issue, and what would lift it. */
export type RowUnit =
	{ unit: string; by: MatchedUnit['by'] } | { none: true } | { issue: Issue; question?: Question };

const NUMBER_BEFORE = /^(?:\d+|[ivx]+)[.)]\s+|^[-+•*]\s*/i;
const MOST_NAMED = 5;

/**
 * The unit of a row as it exists on the period's last day: by the analyst's answer, unless the row gives a code or a
 * name just as the list has it; else the issue that says why there is none, with a question that can settle it. Nothing
 * is asked about a unit of another time that nothing took the place of, since the period is in doubt then, nor about a
 * name that may be a person's, because an answer would keep it.
 */
export function findRowUnit(
	cells: UnitCells,
	{ finder, answers = {} }: { finder: UnitFinder; answers?: Answers }
): RowUnit {
	const { name, code, row, column, period, under } = cells;
	const text = code || name;
	if (text === '') return { issue: cellIssue({ severity: 'error', code: 'no-unit', row, column }) };
	const options = period === undefined ? {} : { date: lastDayOf(period) };
	const resolve = (each: string): Resolved =>
		resolveText(each, { finder, answers, options, under });
	const found = resolve(text);
	if ('none' in found) return found;
	if (!('unit' in found)) {
		const issue = unitIssue(found.match, { ...cells, text, suggested: found.suggested });
		return { issue, ...(found.question && { question: { ...found.question, row, column } }) };
	}
	const named = code && name ? resolve(name) : found;
	if ('unit' in named && named.unit !== found.unit) {
		const params = { code, name, other: named.unit };
		const issue = { severity: 'error', code: 'unit-code-differs', row, column } as const;
		return { issue: cellIssue({ ...issue, cell: name, params }) };
	}
	return found;
}

/** True where the text names a unit of the list, of whatever time. */
export function namesUnit(text: string, finder: UnitFinder): boolean {
	return finder(look(text, finder, {})).kind !== 'unknown';
}

/** Under this key the answer to "which unit is it?" is kept: `unit:phuong 7` for "1. Phường 7". */
function unitKey(text: string): string {
	return `unit:${foldKey(cleanText(text).replace(NUMBER_BEFORE, ''))}`;
}

type Unfound = Exclude<UnitMatch, { kind: 'found' }>;

type Resolved =
	| { unit: string; by: MatchedUnit['by'] }
	| { none: true }
	| { match: Unfound; suggested: Unit[]; question?: Question };

interface Resolving {
	finder: UnitFinder;
	answers: Answers;
	options: OnDate;
	under?: string;
}

function resolveText(asWritten: string, resolving: Resolving): Resolved {
	const { finder, answers, options } = resolving;
	const text = look(asWritten, finder, options);
	const match = matchOf(text, resolving);
	const isSure = match.kind === 'found' && (match.by === 'code' || match.by === 'name');
	if (isSure) return { unit: match.unit.code, by: match.by };
	const key = unitKey(asWritten);
	const answer = answers[key];
	if (answer === 'none') return { none: true };
	if (answer !== undefined && existsOn(answer, finder, options))
		return { unit: answer, by: 'answer' };
	if (match.kind === 'found') return { unit: match.unit.code, by: match.by };
	const suggestions = finder.suggest(text, options);
	const isOutOfTime = match.kind === 'not-valid' && suggestions.length === 0;
	// Of a unit of another time only what became of it is named in its stead.
	const suggested = suggestions
		.filter(({ why }) => match.kind !== 'not-valid' || why === 'former-name')
		.map(({ unit }) => unit);
	if (isOutOfTime || isPersonal(text)) return { match, suggested };
	const choices = suggestions.map(({ unit, why }): Choice => {
		return { value: unit.code, label: finder.labelOf(unit, options), why };
	});
	const question: Question = {
		key,
		kind: 'unit',
		params: { text: excerpt(text) },
		choices: [...choices, { value: 'none' }],
		required: true
	};
	return { match, suggested, question };
}

/** What the text stands for; of several units of the name, the one that stands below the group's. */
function matchOf(text: string, { finder, options, under }: Resolving): UnitMatch {
	const match = finder(text, options);
	if (match.kind !== 'ambiguous' || !under) return match;
	const group = look(under, finder, options);
	const below = finder(`${text} › ${group}`, options);
	return below.kind === 'found' ? below : match;
}

/** The text, or the text without a number before it where only that is known. */
function look(text: string, finder: UnitFinder, options: OnDate): string {
	const bare = text.replace(NUMBER_BEFORE, '');
	const isBetter = bare !== text && finder(text, options).kind === 'unknown';
	return isBetter && finder(bare, options).kind !== 'unknown' ? bare : text;
}

function existsOn(code: string, finder: UnitFinder, options: OnDate): boolean {
	const match = finder(code, options);
	return match.kind === 'found' && match.by === 'code';
}

function unitIssue(
	match: Unfound,
	{ text, row, column, period, suggested }: UnitCells & { text: string; suggested: Unit[] }
): Issue {
	const place = { severity: 'error', row, column, cell: text } as const;
	if (match.kind === 'ambiguous') {
		return cellIssue({ ...place, code: 'ambiguous-unit', params: { units: listed(match.units) } });
	}
	if (match.kind === 'not-valid') {
		const [unit] = match.units;
		const { name = '', validFrom = '', validTo } = unit ?? {};
		const successors = listed(suggested);
		const params = {
			name,
			...(successors && { successors }),
			from: validFrom,
			...(validTo && { to: validTo }),
			period: period ?? ''
		};
		return cellIssue({ ...place, code: 'unit-not-valid', params });
	}
	const similar = listed(suggested);
	return cellIssue({ ...place, code: 'unknown-unit', ...(similar && { params: { similar } }) });
}

function listed(units: readonly Unit[]): string {
	const named = units.slice(0, MOST_NAMED).map(({ name, code }) => `${name} (${code})`);
	return [...named, ...(units.length > MOST_NAMED ? ['…'] : [])].join('; ');
}
