import type { Attribute, Measure, PercentColumn } from '#lib/catalogue/catalogue.ts';
import {
	frameColumn,
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

/** True for a row of codes (`b1.xs` or `xs`), as the product's own templates carry; STT, Đơn vị … may stand beside. */
export function isCodeRow(cells: readonly string[], headers: TemplateHeaders): boolean {
	const codes = cells.filter((cell) => cell !== '' && headers.byCode(cell)).length;
	if (codes < 2) return false;
	const others = cells.filter((cell) => cell !== '' && !frameColumn(headerKey(cell)));
	return codes * 2 >= others.length;
}

/** What each column of a header row carries, read as a sheet of the template; one role a cell. */
export function matchColumns(cells: readonly HeaderText[], headers: TemplateHeaders): ColumnRole[] {
	const byCode = isCodeRow(
		cells.map(({ text }) => text),
		headers
	);
	const roles: ColumnRole[] = [];
	for (const cell of cells) {
		const coded = byCode ? headers.byCode(cell.text) : undefined;
		roles.push(coded ?? roleByName(cell, { roles, headers }));
	}
	return settleLeftOver(roles, { cells, headers });
}

/** The measures that several columns claim. */
export function repeatedMeasures(roles: readonly ColumnRole[]): Measure[] {
	const measures = roles.flatMap((role) => (role.kind === 'measure' ? [role.measure] : []));
	return [...new Set(measures.filter((measure, index) => measures.indexOf(measure) !== index))];
}

function roleByName(
	{ text, key }: HeaderText,
	{ roles, headers }: { roles: readonly ColumnRole[]; headers: TemplateHeaders }
): ColumnRole {
	if (key === '') return { kind: 'blank' };
	const role = frameRole(key, roles) ?? roleByKey(key, { roles, headers });
	if (role) return role;
	const bare = withoutRepeatMark(text);
	const repeated = bare === undefined ? undefined : roleByKey(headerKey(bare), { roles, headers });
	return repeated ?? { kind: isPercentKey(key) ? 'percent-companion' : 'unknown' };
}

/** A frame column, the first of its kind only: a second "Đơn vị" may be something else. */
function frameRole(key: string, roles: readonly ColumnRole[]): ColumnRole | undefined {
	const kind = frameColumn(key);
	if (kind === undefined) return undefined;
	return kind === 'notes' || !roles.some((role) => role.kind === kind) ? { kind } : undefined;
}

function roleByKey(
	key: string,
	{ roles, headers }: { roles: readonly ColumnRole[]; headers: TemplateHeaders }
): ColumnRole | undefined {
	const candidates = headers
		.byName(key)
		.filter((column) => !isPercentKey(key) || isPercent(column));
	const owner = ownerBefore(roles);
	const part = candidates.find((column) => owner !== undefined && belongsTo(column, owner));
	if (part) return part;
	const [whole, ...others] = candidates.filter((column) => !isPart(column));
	return others.length === 0 ? whole : undefined;
}

/** A part that stands away from its whole counts where its name tells by itself and no other column has it. */
function settleLeftOver(
	roles: readonly ColumnRole[],
	{ cells, headers }: { cells: readonly HeaderText[]; headers: TemplateHeaders }
): ColumnRole[] {
	const taken = new Set(
		roles.flatMap((role) => (role.kind === 'measure' ? [role.measure.id] : []))
	);
	return roles.map((role, index) => {
		const key = cells[index]?.key ?? '';
		if (role.kind !== 'unknown' || !headers.tellsByItself(key)) return role;
		const part = headers.byName(key).find(isPart);
		return part?.kind === 'measure' && !taken.has(part.measure.id) ? part : role;
	});
}

/** The measure directly before, percentages and blank columns aside; `undefined` behind an unknown column. */
function ownerBefore(roles: readonly ColumnRole[]): Measure | undefined {
	const before = roles.findLast(
		({ kind }) => kind !== 'percent' && kind !== 'percent-companion' && kind !== 'blank'
	);
	return before?.kind === 'measure' ? before.measure : undefined;
}

/** True for a part of the measure, or of the whole that the measure is a part of too. */
function belongsTo(column: NamedColumn, owner: Measure): boolean {
	if (column.kind !== 'measure' || column.measure.partOf === undefined) return false;
	return column.measure.partOf === owner.id || column.measure.partOf === owner.partOf;
}

function isPercent(column: NamedColumn): boolean {
	return column.kind === 'percent';
}
