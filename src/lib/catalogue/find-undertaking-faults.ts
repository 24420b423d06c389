import type { Catalogue, Due, Undertaking } from './catalogue.ts';
import type { PartFault } from './catalogue-fault.ts';

/** Everything in a milestone, duty or task that does not fit: its document, and the days it is due. */
export function* findUndertakingFaults(
	{ id, document, due }: Undertaking,
	{ documents }: Pick<Catalogue, 'documents'>
): Generator<PartFault> {
	if (!documents.some((each) => each.id === document)) {
		const params = { id: document };
		yield { place: `${id} › document`, reason: 'catalogue.unknown-document', params };
	}
	for (const [field, day] of daysOf(due)) {
		if (isOfCalendar(day)) continue;
		yield { place: `${id} › due › ${field}`, reason: 'catalogue.no-such-day', params: { day } };
	}
	if (due.kind === 'recurring' && due.until !== undefined && due.until < due.first) {
		yield { place: `${id} › due › until`, reason: 'catalogue.ends-before-start' };
	}
}

/** True for a day that the calendar has: 30 February has the form of one and is none. */
export function isOfCalendar(day: string): boolean {
	const time = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function daysOf(due: Due): [string, string][] {
	return Object.entries(due).filter(
		(entry): entry is [string, string] => entry[0] !== 'kind' && typeof entry[1] === 'string'
	);
}
