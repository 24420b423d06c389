import { say } from '#lib/base/messages.ts';
import { lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Attribute, Measure, Template } from '#lib/catalogue/catalogue.ts';

/**
 * What a column of a template holds: `closed` is a figure that is not asked for in this period, `known` one that is
 * shown beside the form and asked of nobody.
 */
export type TemplateColumnKind =
	'unit-code' | 'index' | 'unit' | 'text' | 'figure' | 'closed' | 'notes' | 'gap' | 'known';

/** One column of a template: its heading, with what spans it, and the code by which the importer knows it. */
export interface TemplateColumn {
	kind: TemplateColumnKind;
	heading: string;
	/** The heading over this column and its neighbours: "Trong đó", "LLCT". */
	group?: string;
	/** Empty for a column that carries nothing. */
	code: string;
	/** The measure of a `figure`, `closed` or `known` column. */
	measure?: string;
}

/** Marks the code of a column that the product filled in itself, and that no importer reads. */
const NO_DATA = '#';
const GROUPED = /^([^:]+): (.+)$/;

/** The columns of the form itself, from the hidden codes of units to the notes, in the order of the sheet. */
export function formColumns(template: Template, period: Period): TemplateColumn[] {
	const { attributes, measures } = template;
	const isOpen = ({ overTime }: Measure): boolean =>
		overTime !== 'year' || lastQuarterOf(period) === 4;
	const texts = (splitsRows: boolean): TemplateColumn[] =>
		attributes.filter((attribute) => attribute.splitsRows === splitsRows).map(textColumn);
	return [
		{ kind: 'unit-code', heading: '', code: 'ma_don_vi' },
		{ kind: 'index', heading: say('vi', 'form.index'), code: 'stt' },
		{ kind: 'unit', heading: say('vi', 'form.unit'), code: 'don_vi' },
		...texts(true),
		...measures.map((measure): TemplateColumn => {
			const kind = isOpen(measure) ? 'figure' : 'closed';
			return { kind, ...headingOf(measure), code: measure.id, measure: measure.id };
		}),
		...texts(false),
		{ kind: 'notes', heading: say('vi', 'form.notes'), code: 'ghi_chu' }
	];
}

/** The block beside the form: a gap, and a column for each of the measures; nothing where there are none. */
export function knownColumns(measures: readonly Measure[], group: string): TemplateColumn[] {
	if (measures.length === 0) return [];
	return [
		{ kind: 'gap', heading: '', code: '' },
		...measures.map(({ id, header }): TemplateColumn => {
			const code = `${NO_DATA}${id}`;
			return { kind: 'known', heading: header, group, code, measure: id };
		})
	];
}

/** True where rows of one unit may stand several times, told apart by a text. */
export function hasSplitRows({ attributes }: Template): boolean {
	return attributes.some(({ splitsRows }) => splitsRows);
}

function textColumn({ id, header }: Attribute): TemplateColumn {
	return { kind: 'text', heading: header, code: id };
}

/** "LLCT: Trung cấp" as "Trung cấp" under "LLCT"; a part without such a word under "Trong đó". */
function headingOf({ header, partOf }: Measure): { heading: string; group?: string } {
	const [, group, rest] = GROUPED.exec(header) ?? [];
	if (group && rest) return { group, heading: capital(rest) };
	if (partOf === undefined) return { heading: header };
	return { group: say('vi', 'form.part'), heading: capital(header) };
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
