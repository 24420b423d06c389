import type { Attribute, Measure, PercentColumn, Template } from '#lib/catalogue/catalogue.ts';
import { expandWords, headerKey, looseKey } from './header-key.ts';

/** A column that a sheet of the template carries. */
export type NamedColumn =
	| { kind: 'measure'; measure: Measure }
	| { kind: 'attribute'; attribute: Attribute }
	| { kind: 'percent'; percent: PercentColumn };

/** The headers and codes of one template, to look columns up by. */
export interface TemplateHeaders {
	template: Template;
	/** The column of a code, `b1.xs` or `xs`. */
	byCode(text: string): NamedColumn | undefined;
	/** The columns that bear the name: those spelled so, else those whose name differs only in empty words or abbreviations. */
	byName(key: string): readonly NamedColumn[];
	/** True where the name belongs to one measure in the whole catalogue, so that it tells wherever it stands. */
	tellsByItself(key: string): boolean;
}

/** The columns that are no data of a template: who, when, and in the long layout what and how many. */
export type FrameColumn =
	'index' | 'unit' | 'unit-code' | 'period' | 'notes' | 'measure-name' | 'value';

const FRAME: Record<FrameColumn, string> = {
	index: 'stt, tt, số tt, số thứ tự, no',
	'unit-code': 'ma_don_vi, mã đơn vị, mã đv, unit code, mã tổ chức đảng',
	unit:
		'đơn vị, tên đơn vị, ten_don_vi, don_vi, unit, unit name, tên tổ chức đảng, tổ chức đảng, đảng bộ, ' +
		'đảng bộ chi bộ, tên đb cb, địa phương đơn vị, phường xã, đơn vị báo cáo, cơ quan đơn vị, tên đảng bộ',
	period: 'kỳ, kỳ báo cáo, period, kỳ số liệu, ky_bao_cao',
	notes: 'ghi chú, notes, note, remarks',
	'measure-name':
		'measure, so_lieu, số liệu, chỉ số, ma_so_lieu, mã số liệu, mã cột, measure code, mã chỉ số',
	value: 'value, gia_tri, giá trị, số lượng, so_luong'
};

const FRAME_BY_KEY = new Map(
	Object.entries(FRAME).flatMap(([column, names]) =>
		names.split(', ').map((name) => [headerKey(name), column as FrameColumn])
	)
);

const FRAME_HEADERS = new Set(['STT', 'Đơn vị', 'Mã đơn vị', 'Kỳ', 'Ghi chú'].map(headerKey));

/** True for the header that the product's own templates give a frame column. */
export function isFrameHeader(key: string): boolean {
	return FRAME_HEADERS.has(key);
}

/** The frame column that the header names: STT, Đơn vị, Kỳ, Ghi chú …; `undefined` for any other header. */
export function frameColumn(key: string): FrameColumn | undefined {
	return FRAME_BY_KEY.get(key);
}

/** Beyond so many different names what was found is forgotten. */
const MOST_ASKED = 5_000;

const dictionaries = new WeakMap<readonly Template[], TemplateHeaders[]>();

/** The headers of all templates that have columns, ready to be looked up; made once for each list of templates. */
export function headerDictionary(templates: readonly Template[]): TemplateHeaders[] {
	const known = dictionaries.get(templates);
	if (known) return known;
	const dictionary = createDictionary(templates);
	dictionaries.set(templates, dictionary);
	return dictionary;
}

function createDictionary(templates: readonly Template[]): TemplateHeaders[] {
	const named = templates
		.filter(({ layout }) => layout !== 'progress')
		.map((template) => ({ template, columns: namesOf(template) }));
	const measuresByKey = new Map<string, Set<string>>();
	for (const { columns } of named) {
		for (const { column, key } of columns) {
			if (column.kind !== 'measure') continue;
			const measures = measuresByKey.get(fullKey(key)) ?? new Set();
			measuresByKey.set(fullKey(key), measures.add(column.measure.id));
		}
	}
	return named.map(({ template, columns }) => ({
		...lookUp(columns),
		template,
		byCode: codesOf(template),
		tellsByItself: (key) => measuresByKey.get(fullKey(key))?.size === 1
	}));
}

interface ColumnName {
	column: NamedColumn;
	key: string;
}

function namesOf({ measures, attributes, percentages }: Template): ColumnName[] {
	const columns: NamedColumn[] = [
		...measures.map((measure): NamedColumn => ({ kind: 'measure', measure })),
		...attributes.map((attribute): NamedColumn => ({ kind: 'attribute', attribute })),
		...percentages.map((percent): NamedColumn => ({ kind: 'percent', percent }))
	];
	return columns.flatMap((column) => {
		const { header, synonyms } = definitionOf(column);
		const names = column.kind === 'measure' ? [column.measure.name.vi, column.measure.name.en] : [];
		const keys = new Set([header, ...synonyms, ...names].map(headerKey));
		return [...keys].map((key) => ({ column, key }));
	});
}

function definitionOf(column: NamedColumn): { header: string; synonyms: string[] } {
	if (column.kind === 'measure') return column.measure;
	return column.kind === 'attribute' ? column.attribute : column.percent;
}

function lookUp(columns: ColumnName[]): Pick<TemplateHeaders, 'byName'> {
	const exact = new Map<string, NamedColumn[]>();
	const loose = new Map<string, NamedColumn[]>();
	const full = new Map<string, NamedColumn[]>();
	for (const { column, key } of columns) {
		addTo(exact, key, column);
		addTo(loose, looseKey(key), column);
		addTo(full, fullKey(key), column);
	}
	const find = (key: string): NamedColumn[] => {
		if (!/\p{L}|</u.test(key)) return [];
		const spelled = exact.get(key) ?? [];
		const similar = loose.get(looseKey(key)) ?? full.get(fullKey(key)) ?? [];
		const near = similar.filter((column) => !spelled.includes(column));
		return [...spelled, ...near.filter((column) => spelled.length === 0 || isPart(column))];
	};
	// The same few words are asked for over and over: for each row that might be a header, and in each of its levels.
	const asked = new Map<string, readonly NamedColumn[]>();
	return {
		byName: (key) => {
			const known = asked.get(key);
			if (known) return known;
			if (asked.size >= MOST_ASKED) asked.clear();
			const found = find(key);
			asked.set(key, found);
			return found;
		}
	};
}

function fullKey(key: string): string {
	return looseKey(expandWords(key));
}

/** True for a column whose header alone does not tell what it is part of. */
export function isPart(column: NamedColumn): boolean {
	return column.kind === 'measure' && column.measure.partOf !== undefined;
}

function addTo(map: Map<string, NamedColumn[]>, key: string, column: NamedColumn): void {
	const columns = map.get(key) ?? [];
	if (!columns.includes(column)) map.set(key, [...columns, column]);
}

function codesOf({ measures, attributes }: Template): TemplateHeaders['byCode'] {
	const byId = new Map<string, NamedColumn>([
		...measures.map((measure): [string, NamedColumn] => [measure.id, { kind: 'measure', measure }]),
		...attributes.map((attribute): [string, NamedColumn] => [
			attribute.id,
			{ kind: 'attribute', attribute }
		])
	]);
	const byCode = new Map(
		[...byId].flatMap(([id, column]): [string, NamedColumn][] => [
			[id, column],
			[id.slice(id.indexOf('.') + 1), column]
		])
	);
	return (text) => byCode.get(text.includes('.') ? text.toLowerCase() : text);
}
