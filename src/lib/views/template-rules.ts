import type { Check, MissingPolicy, Template } from '#lib/catalogue/catalogue.ts';
import type { TemplateColumn } from './template-columns.ts';

/** The columns of one side of a rule, from 1: those added and those subtracted. */
export interface RuleSide {
	added: number[];
	subtracted: number[];
}

/** A rule that each row of a sheet is held to while it is filled in. */
export interface TemplateRule {
	comparator: Check['comparator'];
	severity: Check['severity'];
	missing: MissingPolicy;
	left: RuleSide;
	right: RuleSide;
}

/** The template's rules for one row, of which all columns may be filled in. */
export function templateRules(
	form: readonly TemplateColumn[],
	{ checks }: Pick<Template, 'checks'>
): TemplateRule[] {
	const places = new Map(
		form.flatMap(({ kind, measure }, at): [string, number][] =>
			kind === 'figure' && measure !== undefined ? [[measure, at + 1]] : []
		)
	);
	return checks
		.filter(({ over, tolerance }) => over === undefined && tolerance === undefined)
		.filter(({ left, right }) => [...left, ...right].every((term) => places.has(measureOf(term))))
		.map(({ comparator, severity, missing, left, right }) => ({
			...{ comparator, severity, missing },
			left: sideOf(left, places),
			right: sideOf(right, places)
		}));
}

function sideOf(terms: readonly string[], places: ReadonlyMap<string, number>): RuleSide {
	const placed = (isWanted: (term: string) => boolean): number[] =>
		terms.filter(isWanted).flatMap((term) => places.get(measureOf(term)) ?? []);
	return {
		added: placed((term) => !term.startsWith('-')),
		subtracted: placed((term) => term.startsWith('-'))
	};
}

function measureOf(term: string): string {
	return term.startsWith('-') ? term.slice(1) : term;
}
