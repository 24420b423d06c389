import { groupBy } from '#lib/base/group-by.ts';
import { say } from '#lib/base/messages.ts';
import { type IsoDate, lastDayOf, type Period } from '#lib/base/period.ts';
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
import type { CellRange, TemplateCell, TemplateSheet } from './template-form.ts';
import { closingBlock, titleBlock } from './template-frame.ts';
import { templateHeader } from './template-header.ts';
import { indexRow } from './template-index.ts';
import { templateRules } from './template-rules.ts';
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

/**
 * The sheet for a unit and all units below it that report on the last day of the period, in the official frame and in
 * Vietnamese in both languages, as the sheets are; `undefined` where the unit does not exist that day.
 */
export function templateSheet(choice: TemplateSheetChoice): TemplateSheet | undefined {
	const { template, unit: code, period, tree } = choice;
	const day = lastDayOf(period);
	const unit = tree.find(code, day);
	if (!unit) return undefined;
	const reporting = tree.leavesOn(code, day);
	const form = formColumns(template, period);
	const known = readKnown(choice.known ?? [], { template, units: reporting });
	const columns = [...form, ...knownColumns(known.measures, knownTitle(known.period))];

	const frame = { template, unit, above: tree.parentOn(code, day), period, width: form.length };
	const titles = titleBlock(frame);
	const from = titles.rows.length + 1;
	const header = templateHeader(columns, from);
	const units = { from: header.codes + 2, to: header.codes + 1 + reporting.length };
	const body = [
		...unitRows(reporting, { columns, known, nameOf: namesOf(reporting, { tree, day }) }),
		...(reporting.length > 1 ? [totalRow(form, units)] : [])
	];
	const closing = closingBlock(frame);
	const above = header.codes + 1 + body.length;
	return {
		name: template.id,
		columns,
		rows: [...titles.rows, ...header.rows, indexRow(form, template), ...body, ...closing.rows],
		merges: [
			...titles.merges,
			...header.merges,
			...closing.merges.map((each) => down(each, above))
		],
		header: { from, codes: header.codes, to: header.codes + 1 },
		units,
		isOpen: hasSplitRows(template),
		rules: templateRules(form, template),
		width: form.length
	};
}

function down(range: CellRange, rows: number): CellRange {
	return { ...range, top: range.top + rows, bottom: range.bottom + rows };
}

function knownTitle(period: Period | undefined): string {
	if (period === undefined) return say('vi', 'form.known');
	return say('vi', 'form.known-of', { period: periodName(period, 'vi') });
}

/** What units are called: a name that several bear, with the unit above it. */
function namesOf(
	units: readonly Unit[],
	{ tree, day }: { tree: UnitTree; day: IsoDate }
): (unit: Unit) => string {
	const bearers = groupBy(units, ({ name }) => name);
	return ({ code, name }) => {
		const isAlone = bearers.get(name)?.length === 1;
		const above = isAlone ? undefined : tree.parentOn(code, day);
		return above ? `${name} (${above.name})` : name;
	};
}

function unitRows(
	units: readonly Unit[],
	{
		columns,
		known,
		nameOf
	}: {
		columns: readonly TemplateColumn[];
		known: KnownFigures;
		nameOf: (unit: Unit) => string;
	}
): (TemplateCell | undefined)[][] {
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

function totalRow(
	form: readonly TemplateColumn[],
	sum: { from: number; to: number }
): (TemplateCell | undefined)[] {
	return form.map(({ kind }): TemplateCell | undefined => {
		if (kind === 'unit-code') return undefined;
		if (kind === 'unit') return { look: 'total-label', value: say('vi', 'form.total') };
		return kind === 'figure' ? { look: 'total', sum } : { look: 'total' };
	});
}
