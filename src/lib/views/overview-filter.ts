import type { Status } from '#lib/assess/assessment.ts';
import type { PaceWord } from '#lib/assess/pace.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue, Target } from '#lib/catalogue/catalogue.ts';
import { targetKinds, type OverviewLine } from './overview-lines.ts';
import { documentLabel } from './sentence-target.ts';
import { STATUS_ORDER, statusLook } from './status-look.ts';

/** Which lines are asked for; what is absent does not matter. */
export interface OverviewFilter {
	status?: Status;
	/** The id of a document. */
	document?: string;
	kind?: Target['kind'];
	pace?: PaceWord;
	/** True for those alone that changed since last quarter. */
	isChanged?: boolean;
}

/** One of the values to choose from, and how many lines it would leave. */
export interface FilterOption {
	value: string;
	words: string;
	count: number;
}

/** What can be chosen, of each part of the filter. */
export interface FilterOptions {
	statuses: FilterOption[];
	documents: FilterOption[];
	kinds: FilterOption[];
	/** How many lines changed since last quarter. */
	changed: number;
}

/** True where the filter leaves anything out. */
export function isNarrowed({ status, document, kind, pace, isChanged }: OverviewFilter): boolean {
	return [status, document, kind, pace].some((each) => each !== undefined) || isChanged === true;
}

/** The lines asked for: of a status where one of their targets in force, or the whole, has it. */
export function filteredLines(
	lines: readonly OverviewLine[],
	{ status, document, kind, pace, isChanged }: OverviewFilter
): OverviewLine[] {
	return lines.filter(
		(line) =>
			(status === undefined || hasStatus(line, status)) &&
			(document === undefined || line.documents.has(document)) &&
			(kind === undefined || line.kinds.has(kind)) &&
			(pace === undefined || line.pace?.word === pace) &&
			(!isChanged || line.change !== undefined)
	);
}

/** What there is to choose from, each with how many lines have it; what no line has is left out. */
export function filterOptions(
	lines: readonly OverviewLine[],
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): FilterOptions {
	const optionOf = (value: string, words: string, filter: OverviewFilter): FilterOption => ({
		value,
		words,
		count: filteredLines(lines, filter).length
	});
	const occurring = ({ count }: FilterOption): boolean => count > 0;
	return {
		statuses: STATUS_ORDER.map((status) =>
			optionOf(status, statusLook(status, language).word, { status })
		).filter(occurring),
		documents: catalogue.documents
			.map((each) => optionOf(each.id, documentLabel(each, language), { document: each.id }))
			.filter(occurring),
		kinds: targetKinds(catalogue)
			.map((kind) => optionOf(kind, say(language, `targets.kind-${kind}`), { kind }))
			.filter(occurring),
		changed: filteredLines(lines, { isChanged: true }).length
	};
}

function hasStatus({ reading }: OverviewLine, status: Status): boolean {
	const { targets } = reading;
	if (targets.length === 0) return reading.status.status === status;
	return targets.some((target) => target.status.status === status);
}
