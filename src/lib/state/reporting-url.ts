/** What a link says of the page of reports: what the reader chose, and nothing that it would show by itself. */
export interface ReportingChoice {
	/** `B1` … `B7`; absent for all sheets. */
	template?: string;
	/** The first year shown; absent where only the year of the view is. */
	since?: number;
	isOnlyMissing?: boolean;
}

/** The names under which the choice stands in an address. */
const NAMES = { template: 'sheet', since: 'since', isOnlyMissing: 'missing' } as const;

/** The choice in the query of an address; what is no sheet or no year counts as not chosen. */
export function parseReportingChoice(query: URLSearchParams): ReportingChoice {
	const template = query.get(NAMES.template);
	const since = query.get(NAMES.since);
	return {
		...(template && /^B\d$/.test(template) && { template }),
		...(since && /^20\d\d$/.test(since) && { since: Number(since) }),
		...(query.get(NAMES.isOnlyMissing) === '1' && { isOnlyMissing: true })
	};
}

/** The query with the choice in it, all else as it was. */
export function withReportingChoice(
	query: URLSearchParams,
	{ template, since, isOnlyMissing }: ReportingChoice
): URLSearchParams {
	const next = new URLSearchParams(query);
	for (const name of Object.values(NAMES)) next.delete(name);
	if (template) next.set(NAMES.template, template);
	if (since) next.set(NAMES.since, String(since));
	if (isOnlyMissing) next.set(NAMES.isOnlyMissing, '1');
	return next;
}
