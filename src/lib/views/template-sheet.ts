import { say } from '#lib/base/messages.ts';
import { lastDayOf, type Period, yearOf } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { periodName } from './sentence-period.ts';
import {
	formColumns,
	hasSplitRows,
	knownColumns,
	type TemplateColumn
} from './template-columns.ts';
import type { CellRange, TemplateCell, TemplateLook, TemplateSheet } from './template-form.ts';
import { indexRow } from './template-index.ts';
import { type KnownFigure, type KnownFigures, readKnown } from './template-known.ts';

/** What a sheet is drawn up for: a unit, with all those below it that report, and a period. */
export interface TemplateSheetChoice {
	template: Template;
	/** The unit's code. */
	unit: string;
	period: Period;
	tree: UnitTree;
	/** Figures of earlier periods, the newest of each unit and measure. */
	known?: readonly KnownFigure[];
}

const HEADER_ROW = 6;
const FIRST_UNIT_ROW = 10;

/**
 * The sheet for a unit and all units below it that report on the last day of the period, in the official frame and in
 * Vietnamese in both languages, as the sheets are; `undefined` where the unit does not exist that day.
 */
export function templateSheet(choice: TemplateSheetChoice): TemplateSheet | undefined {
	const { template, unit: code, period, tree } = choice;
	const day = lastDayOf(period);
	const unit = tree.find(code, day);
	if (!unit) return undefined;
	const units = tree.leavesOn(code, day);
	const form = formColumns(template, period);
	const known = readKnown(choice.known ?? [], { template, units });
	const columns = [...form, ...knownColumns(known.measures, knownTitle(known.period))];
	const last = FIRST_UNIT_ROW + units.length - 1;
	const total = units.length > 1 ? [totalRow(form, { from: FIRST_UNIT_ROW, to: last })] : [];
	const rows = [
		...titleRows(choice, { unit, width: form.length }),
		...headerRows(columns),
		indexRow(form, template),
		...unitRows(units, { columns, known, tree, period }),
		...total,
		...footerRows({ width: form.length, period, isRoot: !tree.parentOn(code, day) })
	];
	return {
		name: template.id,
		columns,
		rows,
		merges: [...titleMerges(form.length), ...headerMerges(columns)],
		header: { from: HEADER_ROW, codes: HEADER_ROW + 2, to: HEADER_ROW + 3 },
		units: { from: FIRST_UNIT_ROW, to: last },
		isOpen: hasSplitRows(template),
		width: form.length
	};
}

type Row = TemplateSheet['rows'][number];

/** The columns that the right-hand half of the frame begins at: form number, date, signature. */
function rightOf(width: number): number {
	return Math.max(4, width - Math.min(5, Math.floor(width / 3)));
}

function titleRows(
	{ template, period, tree }: TemplateSheetChoice,
	{ unit, width }: { unit: Unit; width: number }
): Row[] {
	const above = tree.parentOn(unit.code, lastDayOf(period));
	const [body, own] = above ? [above.name, unit.name] : [unit.name, say('vi', 'form.board')];
	const number = say('vi', 'form.number', {
		number: template.id.replace(/\D/g, '').padStart(2, '0')
	});
	const day = lastDayOf(period).split('-').reverse().join('/');
	const title = say('vi', 'form.title', { title: template.title.vi }).toLocaleUpperCase('vi');
	const about = say('vi', 'form.period', { period: periodName(period, 'vi'), day });
	const first: Row = [];
	first[1] = { look: 'body', value: body.toLocaleUpperCase('vi') };
	first[rightOf(width) - 1] = { look: 'form-number', value: number };
	return [
		first,
		[undefined, { look: 'body-own', value: own.toLocaleUpperCase('vi') }],
		[],
		[undefined, { look: 'title', value: title }],
		[undefined, { look: 'period', value: about }]
	];
}

function titleMerges(width: number): CellRange[] {
	const right = rightOf(width);
	const body = Math.min(right - 1, 7);
	return [
		{ top: 1, left: 2, bottom: 1, right: body },
		{ top: 2, left: 2, bottom: 2, right: body },
		{ top: 1, left: right, bottom: 1, right: width },
		{ top: 4, left: 2, bottom: 4, right: width },
		{ top: 5, left: 2, bottom: 5, right: width }
	];
}

/** What spans columns over what they are called, and the codes. */
function headerRows(columns: readonly TemplateColumn[]): Row[] {
	const lookOf = ({ kind }: TemplateColumn): TemplateLook =>
		kind === 'known' ? 'known-heading' : 'heading';
	const isShown = ({ kind }: TemplateColumn): boolean => kind !== 'unit-code' && kind !== 'gap';
	return [
		columns.map((column, at) => {
			if (!isShown(column)) return undefined;
			const { group, heading } = column;
			if (group === undefined) return { look: lookOf(column), value: heading };
			const isFirst = columns[at - 1]?.group !== group;
			return { look: lookOf(column), ...(isFirst && { value: group }) };
		}),
		columns.map((column) => {
			if (!isShown(column)) return undefined;
			const { group, heading } = column;
			return { look: lookOf(column), ...(group !== undefined && { value: heading }) };
		}),
		columns.map(({ code }) => (code === '' ? undefined : { look: 'code', value: code }))
	];
}

function headerMerges(columns: readonly TemplateColumn[]): CellRange[] {
	return columns.flatMap(({ kind, group }, at): CellRange[] => {
		const left = at + 1;
		if (kind === 'unit-code' || kind === 'gap') return [];
		if (group === undefined) {
			return [{ top: HEADER_ROW, left, bottom: HEADER_ROW + 1, right: left }];
		}
		if (columns[at - 1]?.group === group) return [];
		const behind = columns.findIndex((other, place) => place > at && other.group !== group);
		const right = behind < 0 ? columns.length : behind;
		return right === left ? [] : [{ top: HEADER_ROW, left, bottom: HEADER_ROW, right }];
	});
}

function unitRows(
	units: readonly Unit[],
	{
		columns,
		known,
		tree,
		period
	}: { columns: readonly TemplateColumn[]; known: KnownFigures; tree: UnitTree; period: Period }
): Row[] {
	const names = units.map(({ name }) => name);
	const nameOf = ({ code, name }: Unit): string => {
		if (names.indexOf(name) === names.lastIndexOf(name)) return name;
		const above = tree.parentOn(code, lastDayOf(period));
		return above ? `${name} (${above.name})` : name;
	};
	return units.map((unit, at) =>
		columns.map(({ kind, measure = '' }): TemplateCell | undefined => {
			switch (kind) {
				case 'unit-code':
					return { look: 'unit-code', value: unit.code };
				case 'index':
					return { look: 'number', value: at + 1 };
				case 'unit':
					return { look: 'unit', value: nameOf(unit) };
				case 'gap':
					return undefined;
				case 'known':
					return { look: 'known', value: known.valueOf(unit.code, measure) };
				case 'text':
				case 'figure':
				case 'closed':
				case 'notes':
					return { look: kind };
			}
		})
	);
}

function totalRow(form: readonly TemplateColumn[], sum: { from: number; to: number }): Row {
	return form.map(({ kind }): TemplateCell | undefined => {
		if (kind === 'unit-code') return undefined;
		if (kind === 'unit') return { look: 'total-label', value: say('vi', 'form.total') };
		return kind === 'figure' ? { look: 'total', sum } : { look: 'total' };
	});
}

function footerRows({
	width,
	period,
	isRoot
}: {
	width: number;
	period: Period;
	isRoot: boolean;
}): Row[] {
	const right = rightOf(width) - 1;
	const date: Row = [];
	date[right] = {
		look: 'place-date',
		value: say('vi', 'form.place-date', { year: String(yearOf(period)) })
	};
	const signatures: Row = [];
	signatures[2] = upper('form.drawn-up-by');
	signatures[right] = upper(isRoot ? 'form.head-of-board' : 'form.for-committee');
	return [[], [undefined, { look: 'remark', value: say('vi', 'form.remark') }], date, signatures];
}

function upper(
	key: 'form.drawn-up-by' | 'form.head-of-board' | 'form.for-committee'
): TemplateCell {
	return { look: 'signature', value: say('vi', key).toLocaleUpperCase('vi') };
}

function knownTitle(period: Period | undefined): string {
	return period === undefined
		? say('vi', 'form.known')
		: say('vi', 'form.known-of', { period: periodName(period, 'vi') });
}
