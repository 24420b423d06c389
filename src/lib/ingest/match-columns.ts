import type { Period } from '#lib/base/period.ts';
import type { Measure } from '#lib/catalogue/catalogue.ts';
import type { ColumnRole } from './column-role.ts';
import type { ColumnMatchWay } from './draft.ts';
import type { HeaderPath } from './header-block.ts';
import {
	frameColumn,
	isFrameHeader,
	isPart,
	type NamedColumn,
	type TemplateHeaders
} from './header-dictionary.ts';
import { headerKey, isPercentKey, withoutRepeatMark, type HeaderText } from './header-key.ts';
import {
	agrees,
	headingPeriod,
	isCountWord,
	isOfWhich,
	peelPeriod,
	type HeadingContext
} from './heading.ts';

/** What a column carries, and how that was found; no way where it carries nothing. */
export interface ColumnMatch {
	role: ColumnRole;
	by?: ColumnMatchWay;
	/** The key of its header, without the period that it names and without a code; empty where it has none. */
	key: string;
	/** The period that its header names. */
	period?: Period;
}

/** What headers are matched by: those of a template, and the year that the table's title names. */
export interface MatchOptions {
	headers: TemplateHeaders;
	year?: string;
}

/** True for a row of codes (`b1.xs` or `xs`), as the product's own templates carry; STT, Đơn vị … may stand beside. */
export function isCodeRow(cells: readonly string[], headers: TemplateHeaders): boolean {
	const codes = cells.filter((cell) => cell !== '' && headers.byCode(cell)).length;
	if (codes < 2) return false;
	const others = cells.filter((cell) => cell !== '' && !frameColumn(headerKey(cell)));
	return codes * 2 >= others.length;
}

/** What each column of a header carries, read as a sheet of the template; one match a path. */
export function matchColumns(
	paths: readonly HeaderPath[],
	{ headers, year }: MatchOptions
): ColumnMatch[] {
	const byCode = isCodeRow(
		paths.map((path) => path.at(-1)?.text ?? ''),
		headers
	);
	const matches: ColumnMatch[] = [];
	for (const path of paths) {
		const coded = byCode ? codedRole(path.at(-1)?.text ?? '', headers) : undefined;
		const context = { before: matches, paths, headers, year };
		matches.push(
			coded ? { role: coded, by: 'code', key: keyOf(path.slice(0, -1)) } : matchPath(path, context)
		);
	}
	return settleYears(settleLeftOver(matches, { paths, headers }), { paths, year });
}

function codedRole(code: string, headers: TemplateHeaders): ColumnRole | undefined {
	const isBeside = code.startsWith('#') && headers.byCode(code.slice(1)) !== undefined;
	return isBeside ? { kind: 'beside-form' } : headers.byCode(code);
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

type RoleMatch = Pick<ColumnMatch, 'role' | 'by'>;

interface MatchContext extends MatchOptions {
	/** What the columns before carry. */
	before: readonly ColumnMatch[];
	paths: readonly HeaderPath[];
}

/** Sets the period that a level names aside, then matches by the last level first, with the levels over it. */
function matchPath(path: HeaderPath, context: MatchContext): ColumnMatch {
	const leaf = path.at(-1);
	if (!leaf) return { role: { kind: 'blank' }, key: '' };
	const frame = frameMatch(leaf.key, { context, alone: path.length === 1 });
	if (frame) return { ...frame, key: keyOf(path) };
	const { levels, period } = withoutPeriod(path, context);
	const named = levels.length > 0 ? matchLevels(levels, context) : undefined;
	const match = named ?? { role: { kind: 'unknown' } };
	return { ...match, key: keyOf(levels), ...(period && { period }) };
}

function keyOf(levels: HeaderPath): string {
	return levels.map(({ key }) => key).join(' ');
}

/** A frame column, the first of its kind only: a second "Đơn vị" may be something else. */
function frameMatch(
	key: string,
	{ context, alone }: { context: MatchContext; alone: boolean }
): RoleMatch | undefined {
	const kind = frameColumn(key);
	if (kind === undefined) return undefined;
	if (!alone && (kind === 'value' || kind === 'measure-name')) return undefined;
	if (kind !== 'notes' && context.before.some(({ role }) => role.kind === kind)) return undefined;
	return { role: { kind }, by: isFrameHeader(key) ? 'exact' : 'synonym' };
}

/** The levels without those that are a period, and without the year at the end of a heading. */
function withoutPeriod(
	path: HeaderPath,
	{ headers, year }: MatchContext
): { levels: HeaderPath; period?: Period } {
	const texts: string[] = [];
	const levels = path.flatMap((level): HeaderText[] => {
		const dated = { ...level, key: datedKey(level.key, year) };
		const peeled = headers.byName(dated.key).length > 0 ? undefined : peelPeriod(level.text);
		if (!peeled) return [dated];
		texts.push(peeled.period);
		return peeled.rest === '' ? [] : [{ text: peeled.rest, key: headerKey(peeled.rest) }];
	});
	const period = texts.length > 0 ? headingPeriod(texts.toReversed().join(' '), year) : undefined;
	return { levels, ...(period && { period }) };
}

/** "31/12/2023" in a sheet of 2024 is the end of last year, "31/12/2024" the end of its own. */
function datedKey(key: string, year: string | undefined): string {
	return key.replace(/\b31 12 ((?:19|20)\d\d)\b/, (text, named: string) => {
		if (year === undefined) return text;
		if (named === year) return 'cuoi ki';
		return Number(named) === Number(year) - 1 ? '31 12 nam truoc' : text;
	});
}

/**
 * A year in a column's own header tells columns of one measure apart, and ratings from the rest; any other column with
 * it counts for the sheet's own year only.
 */
function settleYears(
	matches: readonly ColumnMatch[],
	{ paths, year }: { paths: readonly HeaderPath[]; year?: string }
): ColumnMatch[] {
	return matches.map((match, at) => {
		const { role, by, key, period } = match;
		if (period === undefined || role.kind !== 'measure') return match;
		const ownLevel = (paths[at] ?? []).some(({ text }) => peelPeriod(text)?.rest === '');
		const isRating = role.measure.overTime === 'year';
		const others = matches.filter((each) => isSame(each.role, role) && each.period !== period);
		if (ownLevel || isRating || others.length > 0) return match;
		return period === year ? { role, key, ...(by && { by }) } : { role: { kind: 'unknown' }, key };
	});
}

function isSame(a: ColumnRole, b: ColumnRole): boolean {
	if (a.kind === 'measure') return b.kind === 'measure' && a.measure === b.measure;
	return a.kind === 'percent' && b.kind === 'percent' && a.percent === b.percent;
}

function matchLevels(levels: HeaderPath, context: MatchContext): RoleMatch | undefined {
	const leaf = levels.at(-1);
	if (!leaf) return undefined;
	const match = matchByKeys(levels, context);
	if (match) return match;
	const over = levels.slice(0, -1);
	if (over.length > 0 && isCountWord(leaf.key)) {
		const counted = matchLevels(over, context);
		return counted && { ...counted, ...(counted.by && { by: 'path' as const }) };
	}
	const bare = withoutRepeatMark(leaf.text);
	if (bare !== undefined) {
		const repeated = matchByKeys([...over, { text: bare, key: headerKey(bare) }], context);
		if (repeated) return repeated;
	}
	return { role: { kind: isPercentKey(leaf.key) ? 'percent-companion' : 'unknown' } };
}

/** Matches the joined levels, the longest path first, and the last level alone under headings that agree. */
function matchByKeys(levels: HeaderPath, context: MatchContext): RoleMatch | undefined {
	for (let start = 0; start < levels.length; start += 1) {
		const key = keyOf(levels.slice(start));
		const column = columnOf(key, { over: levels.slice(0, start), context });
		if (!column) continue;
		const spelled = headerKey(headerOf(column)) === key ? 'exact' : 'synonym';
		return { role: column, by: levels.length === 1 ? spelled : 'path' };
	}
	return undefined;
}

function columnOf(
	key: string,
	{ over, context }: { over: HeaderPath; context: MatchContext }
): NamedColumn | undefined {
	const { headers, before, paths } = context;
	const heading: HeadingContext = {
		template: headers.template,
		measuresOf: (each) =>
			headers.byName(each).flatMap((column) => (column.kind === 'measure' ? [column.measure] : []))
	};
	const candidates = headers
		.byName(key)
		.filter((column) => !isPercentKey(key) || column.kind === 'percent')
		.filter(
			(column) =>
				column.kind !== 'measure' ||
				over.every((level) => agrees(level.key, column.measure, heading))
		);
	const owners = over.flatMap((level) => heading.measuresOf(level.key));
	const owner = ownerBefore(before, paths);
	const part =
		candidates.find((column) => owners.some((each) => belongsTo(column, each))) ??
		candidates.find((column) => owner !== undefined && belongsTo(column, owner));
	if (part) return part;
	const [whole, ...others] = candidates.filter((column) => !isPart(column));
	return others.length === 0 ? whole : undefined;
}

function headerOf(column: NamedColumn): string {
	if (column.kind === 'measure') return column.measure.header;
	return column.kind === 'attribute' ? column.attribute.header : column.percent.header;
}

/** A part that stands away from its whole counts where its name tells by itself and no other column has it. */
function settleLeftOver(
	matches: readonly ColumnMatch[],
	{ paths, headers }: { paths: readonly HeaderPath[]; headers: TemplateHeaders }
): ColumnMatch[] {
	const taken = new Set(
		matches.flatMap(({ role }) => (role.kind === 'measure' ? [role.measure.id] : []))
	);
	return matches.map((match, index) => {
		const levels = paths[index] ?? [];
		const key = levels.at(-1)?.key ?? '';
		if (match.role.kind !== 'unknown' || !headers.tellsByItself(key)) return match;
		if (levels.slice(0, -1).some((level) => !isOfWhich(level.key))) return match;
		const part = headers.byName(key).find(isPart);
		if (part?.kind !== 'measure' || taken.has(part.measure.id)) return match;
		return { ...match, role: part, by: headerKey(headerOf(part)) === key ? 'exact' : 'synonym' };
	});
}

/**
 * The measure directly before, percentages and blank columns aside; `undefined` behind an unknown column. Under
 * "Trong đó" it is the one before that heading.
 */
function ownerBefore(
	matches: readonly ColumnMatch[],
	paths: readonly HeaderPath[]
): Measure | undefined {
	const ofWhich = (at: number): boolean =>
		(paths[at] ?? []).length > 1 && (paths[at] ?? []).some(({ key }) => isOfWhich(key));
	let at = matches.length - 1;
	if (ofWhich(matches.length)) while (at >= 0 && ofWhich(at)) at -= 1;
	for (; at >= 0; at -= 1) {
		const role = matches[at]?.role;
		if (role?.kind === 'measure') return role.measure;
		if (!role || !['percent', 'percent-companion', 'blank'].includes(role.kind)) return undefined;
	}
	return undefined;
}

/** True for a part of the measure, or of the whole that the measure is a part of too. */
function belongsTo(column: NamedColumn, owner: Measure): boolean {
	if (column.kind !== 'measure' || column.measure.partOf === undefined) return false;
	return column.measure.partOf === owner.id || column.measure.partOf === owner.partOf;
}
