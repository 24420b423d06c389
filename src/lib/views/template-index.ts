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

/** "=(4)+(5)", or nothing where a part of the sum stands in another sheet. */
function formula({ right }: Check, places: ReadonlyMap<string, number>): string {
	const parts = right.map((term) => {
		const isLess = term.startsWith('-');
		const place = places.get(isLess ? term.slice(1) : term);
		return place === undefined ? undefined : `${isLess ? '−' : '+'}(${place})`;
	});
	if (parts.length === 0 || parts.includes(undefined)) return '';
	return `=${parts.join('').replace(/^\+/, '')}`;
}
