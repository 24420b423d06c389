import type { Issue } from '#lib/base/issue.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { UnitFinder, UnitMatch } from '#lib/units/find-unit.ts';
import type { Unit } from '#lib/units/unit.ts';
import { cellIssue } from './cell-issue.ts';

/** How a row names its unit. */
export interface UnitCells {
	/** The cell of the unit column, and that of the code column; empty where there is none. */
	name: string;
	code: string;
	row: number;
	/** The header of the column that the unit is looked up by. */
	column: string;
	period?: Period;
}

const NUMBER_BEFORE = /^(?:\d+|[ivx]+)[.)]\s+|^[-+•]\s*/i;

/** The code of the row's unit, as it exists on the period's last day, or the issue that says why there is none. */
export function findRowUnit(
	{ name, code, row, column, period }: UnitCells,
	finder: UnitFinder
): { unit: string } | { issue: Issue } {
	const text = code || name;
	if (text === '') return { issue: cellIssue({ severity: 'error', code: 'no-unit', row, column }) };
	const options = period === undefined ? {} : { date: lastDayOf(period) };
	const match = look(text, (each) => finder(each, options));
	if (match.kind !== 'found') return { issue: unitIssue(match, { text, row, column, period }) };
	const named = code && name ? look(name, (each) => finder(each, options)) : match;
	if (named.kind === 'found' && named.unit.code !== match.unit.code) {
		const params = { code, name, other: named.unit.code };
		const issue = {
			severity: 'error',
			code: 'unit-code-differs',
			row,
			column,
			cell: name
		} as const;
		return { issue: cellIssue({ ...issue, params }) };
	}
	return { unit: match.unit.code };
}

/** True where the text names a unit of the list, of whatever time. */
export function namesUnit(text: string, finder: UnitFinder): boolean {
	return look(text, finder).kind !== 'unknown';
}

function look(text: string, find: (text: string) => UnitMatch): UnitMatch {
	const match = find(text);
	const bare = text.replace(NUMBER_BEFORE, '');
	if (match.kind !== 'unknown' || bare === text) return match;
	const second = find(bare);
	return second.kind === 'unknown' ? match : second;
}

function unitIssue(
	match: Exclude<UnitMatch, { kind: 'found' }>,
	{ text, row, column, period }: { text: string; row: number; column: string; period?: Period }
): Issue {
	const place = { severity: 'error', row, column, cell: text } as const;
	if (match.kind === 'ambiguous') {
		const params = { units: match.units.map(withCode).join('; ') };
		return cellIssue({ ...place, code: 'ambiguous-unit', params });
	}
	if (match.kind === 'not-valid') {
		const [unit] = match.units;
		const { name = '', validFrom = '', validTo } = unit ?? {};
		const params = { name, from: validFrom, ...(validTo && { to: validTo }), period: period ?? '' };
		return cellIssue({ ...place, code: 'unit-not-valid', params });
	}
	const similar = match.similar.map(withCode).join('; ');
	return cellIssue({ ...place, code: 'unknown-unit', ...(similar && { params: { similar } }) });
}

function withCode({ name, code }: Unit): string {
	return `${name} (${code})`;
}
