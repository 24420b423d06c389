import type { Check, Template } from '#lib/catalogue/catalogue.ts';
import type { TemplateColumn } from './template-columns.ts';
import type { TemplateCell } from './template-form.ts';

/** The numbers under the headings, "(1) (2) (3)=(4)+(5)": a column that others add up to says so. */
export function indexRow(
	form: readonly TemplateColumn[],
	{ checks }: Pick<Template, 'checks'>
): (TemplateCell | undefined)[] {
	const places = new Map(form.flatMap(({ measure }, at) => (measure ? [[measure, at]] : [])));
	return form.map(({ kind, measure }, at): TemplateCell | undefined => {
		if (kind === 'unit-code') return undefined;
		const sum = checks.find(({ left, comparator }) => comparator === '=' && isOnly(left, measure));
		return { look: 'index', value: `(${at})${sum ? formula(sum, places) : ''}` };
	});
}

function isOnly(left: readonly string[], measure: string | undefined): boolean {
	return left.length === 1 && left[0] === measure;
}

/** "=(4)+(5)", "=(8)+…+(11)"; nothing where a part stands in another sheet or the formula is too long for a column. */
function formula({ right }: Check, places: ReadonlyMap<string, number>): string {
	const parts = right.map((term) => places.get(term));
	if (parts.some((place) => place === undefined) || parts.length === 0) return '';
	const inRow = parts.every((place, at) => place === (parts[0] ?? 0) + at);
	if (parts.length <= 2) return `=${parts.map(mark).join('+')}`;
	return inRow ? `=${mark(parts[0])}+…+${mark(parts.at(-1))}` : '';
}

function mark(place: number | undefined): string {
	return `(${place ?? ''})`;
}
