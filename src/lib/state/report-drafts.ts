import type { ReportDefinition } from '#lib/base/report-definition.ts';
import { isReportDefinition } from '#lib/store/kept-report.ts';

const KEY = 'thuocdo.report-drafts';

/** The definitions being worked on in this tab, which a reload of the page leaves as they are; what is none is left out. */
export function readDrafts(storage: Pick<Storage, 'getItem'>): ReportDefinition[] {
	const kept = parsed(storage.getItem(KEY));
	return Array.isArray(kept) ? kept.filter(isReportDefinition) : [];
}

/** Keeps the definitions being worked on while the tab is open. */
export function writeDrafts(
	storage: Pick<Storage, 'setItem'>,
	drafts: readonly ReportDefinition[]
): void {
	storage.setItem(KEY, JSON.stringify(drafts));
}

/** The drafts with a definition, in place of the one of its id. */
export function withDraft(
	drafts: readonly ReportDefinition[],
	draft: ReportDefinition
): ReportDefinition[] {
	return [...withoutDraft(drafts, draft.id), draft];
}

/** The drafts without the one of an id. */
export function withoutDraft(drafts: readonly ReportDefinition[], id: string): ReportDefinition[] {
	return drafts.filter((draft) => draft.id !== id);
}

/** The definition that a text holds; `undefined` where it holds none. */
export function definitionIn(text: string): ReportDefinition | undefined {
	const read = parsed(text);
	return isReportDefinition(read) ? read : undefined;
}

/** True where two definitions would make the same report under the same name. */
export function areSame(one: ReportDefinition, other: ReportDefinition): boolean {
	return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** Its parts in one order, and fields that are blank left out: they say nothing. */
function inOrder(definition: ReportDefinition): [string, unknown][] {
	const { fields, templates = {}, ...parts } = definition;
	const said = (table: Readonly<Record<string, string | undefined>>): [string, unknown][] =>
		Object.entries(table)
			.filter(([, text]) => text)
			.sort(byName);
	return [
		...Object.entries(parts).sort(byName),
		['fields', said(fields)],
		['templates', said(templates)]
	];
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
	return one < other ? -1 : 1;
}

function parsed(text: string | null): unknown {
	if (text === null) return undefined;
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
