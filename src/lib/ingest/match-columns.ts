import type { Attribute, Measure, PercentColumn } from '#lib/catalogue/catalogue.ts';
import type { ColumnMatchWay } from './draft.ts';
import {
	frameColumn,
	isFrameHeader,
	isPart,
	type FrameColumn,
	type NamedColumn,
	type TemplateHeaders
} from './header-dictionary.ts';
import { headerKey, isPercentKey, withoutRepeatMark, type HeaderText } from './header-key.ts';

/** What a column of a table carries. */
export type ColumnRole =
	| { kind: FrameColumn }
	| { kind: 'measure'; measure: Measure }
	| { kind: 'attribute'; attribute: Attribute }
	| { kind: 'percent'; percent: PercentColumn }
	/** A percentage that no rule of the template computes. */
	| { kind: 'percent-companion' }
	| { kind: 'unknown' }
	| { kind: 'blank' };

/** What a column carries, and how that was found; no way where it carries nothing. */
export interface ColumnMatch {
	role: ColumnRole;
	by?: ColumnMatchWay;
}

/** True for a row of codes (`b1.xs` or `xs`), as the product's own templates carry; STT, Đơn vị … may stand beside. */
export function isCodeRow(cells: readonly string[], headers: TemplateHeaders): boolean {
	const codes = cells.filter((cell) => cell !== '' && headers.byCode(cell)).length;
	if (codes < 2) return false;
	const others = cells.filter((cell) => cell !== '' && !frameColumn(headerKey(cell)));
	return codes * 2 >= others.length;
}

/** What each column of a header row carries, read as a sheet of the template; one match a cell. */
export function matchColumns(
	cells: readonly HeaderText[],
	headers: TemplateHeaders
): ColumnMatch[] {
	const byCode = isCodeRow(
		cells.map(({ text }) => text),
		headers
	);
	const matches: ColumnMatch[] = [];
	for (const cell of cells) {
		const coded = byCode ? headers.byCode(cell.text) : undefined;
		matches.push(
			coded ? { role: coded, by: 'code' } : matchByName(cell, { before: matches, headers })
		);
	}
	return settleLeftOver(matches, { cells, headers });
}

/** The measures that several columns claim for one period. */
export function repeatedMeasures(
	columns: readonly { role: ColumnRole; period?: string }[]
): Measure[] {
	const seen = new Set<string>();
	const repeated = columns.flatMap(({ role, period = '' }) => {
		if (role.kind !== 'measure') return [];
		const claim = `${role.measure.id} ${period}`;
		const known = seen.has(claim);
		seen.add(claim);
		return known ? [role.measure] : [];
	});
	return [...new Set(repeated)];
}

interface MatchContext {
	before: readonly ColumnMatch[];
	headers: TemplateHeaders;
}

function matchByName({ text, key }: HeaderText, context: MatchContext): ColumnMatch {
	if (key === '') return { role: { kind: 'blank' } };
	const match = frameMatch(key, context.before) ?? matchByKey(key, context);
	if (match) return match;
	const bare = withoutRepeatMark(text);
	const repeated = bare === undefined ? undefined : matchByKey(headerKey(bare), context);
	return repeated ?? { role: { kind: isPercentKey(key) ? 'percent-companion' : 'unknown' } };
}

/** A frame column, the first of its kind only: a second "Đơn vị" may be something else. */
function frameMatch(key: string, before: readonly ColumnMatch[]): ColumnMatch | undefined {
	const kind = frameColumn(key);
	if (kind === undefined) return undefined;
	if (kind !== 'notes' && before.some(({ role }) => role.kind === kind)) return undefined;
	return { role: { kind }, by: isFrameHeader(key) ? 'exact' : 'synonym' };
}

function matchByKey(key: string, { before, headers }: MatchContext): ColumnMatch | undefined {
	const candidates = headers
		.byName(key)
		.filter((column) => !isPercentKey(key) || isPercent(column));
	const owner = ownerBefore(before);
	const part = candidates.find((column) => owner !== undefined && belongsTo(column, owner));
	if (part) return named(part, key);
	const [whole, ...others] = candidates.filter((column) => !isPart(column));
	return whole && others.length === 0 ? named(whole, key) : undefined;
}

function named(column: NamedColumn, key: string): ColumnMatch {
	const { header } =
		column.kind === 'measure'
			? column.measure
			: column.kind === 'attribute'
				? column.attribute
				: column.percent;
	return { role: column, by: headerKey(header) === key ? 'exact' : 'synonym' };
}

/** A part that stands away from its whole counts where its name tells by itself and no other column has it. */
function settleLeftOver(
	matches: readonly ColumnMatch[],
	{ cells, headers }: { cells: readonly HeaderText[]; headers: TemplateHeaders }
): ColumnMatch[] {
	const taken = new Set(
		matches.flatMap(({ role }) => (role.kind === 'measure' ? [role.measure.id] : []))
	);
	return matches.map((match, index) => {
		const key = cells[index]?.key ?? '';
		if (match.role.kind !== 'unknown' || !headers.tellsByItself(key)) return match;
		const part = headers.byName(key).find(isPart);
		return part?.kind === 'measure' && !taken.has(part.measure.id) ? named(part, key) : match;
	});
}

/** The measure directly before, percentages and blank columns aside; `undefined` behind an unknown column. */
function ownerBefore(matches: readonly ColumnMatch[]): Measure | undefined {
	const before = matches.findLast(
		({ role: { kind } }) => kind !== 'percent' && kind !== 'percent-companion' && kind !== 'blank'
	);
	return before?.role.kind === 'measure' ? before.role.measure : undefined;
}

/** True for a part of the measure, or of the whole that the measure is a part of too. */
function belongsTo(column: NamedColumn, owner: Measure): boolean {
	if (column.kind !== 'measure' || column.measure.partOf === undefined) return false;
	return column.measure.partOf === owner.id || column.measure.partOf === owner.partOf;
}

function isPercent(column: NamedColumn): boolean {
	return column.kind === 'percent';
}
