import { parseDecimal } from '#lib/base/fraction.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { eventsOf } from '#lib/units/change-organisation.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { OrganisationChange } from '#lib/units/organisation-change.ts';
import { dayBefore } from '#lib/units/read-date.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { printPercent } from './print-value.ts';
import { dayWords } from './sentence-date.ts';

/** What happened on one day to one unit, or to several that became one. */
export interface EventRow {
	/** `Sáp nhập`. */
	kind: string;
	/** `Phường 1, Phường 2 → Phường Minh Trung`. */
	words: string;
}

/** All that happened on one day. */
export interface EventDay {
	date: IsoDate;
	/** `01/07/2025`, in English `01 Jul 2025`. */
	day: string;
	rows: EventRow[];
}

/** The lineage in words, the newest day first: parts of one merge or split in one row. */
export function eventDays(
	lineage: readonly LineageEvent[],
	{ tree, language }: { tree: UnitTree; language: Language }
): EventDay[] {
	const days = [...groupBy(lineage, ({ date }) => date)];
	return days
		.sort(([a], [b]) => (a < b ? 1 : -1))
		.map(([date, events]) => ({
			date,
			day: dayWords(date, language),
			rows: [...groupBy(events, groupOf)].map(([, group]) => rowOf(group, { tree, language }))
		}));
}

/** A change in the making as its events will be told: `Phường 1, Phường 2 → Phường Minh Trung`. */
export function changeWords(
	change: OrganisationChange,
	context: { tree: UnitTree; language: Language }
): string {
	return rowOf(eventsOf(change), context).words;
}

function groupOf({ kind, from, to }: LineageEvent): string {
	return kind === 'merge' ? `merge ${to ?? ''}` : `${kind} ${from}`;
}

function rowOf(
	group: readonly LineageEvent[],
	{ tree, language }: { tree: UnitTree; language: Language }
): EventRow {
	const [first] = group;
	if (!first) throw new RangeError('a group of events has one event at least');
	const { kind, date } = first;
	const former = (code: string): string => nameOn(tree, code, dayBefore(date));
	const from = [...new Set(group.map((event) => event.from))].map(former).join(', ');
	const to = [...new Set(group.map((event) => event.to))]
		.filter((code) => code !== undefined)
		.map((code) => nameOn(tree, code, date) + shareOf(group, { code, language }))
		.join(', ');
	const above = tree.parentOn(first.to ?? first.from, date)?.name ?? '';
	const params = { from, to, parent: above };
	const isNamedSame = kind === 'level' && from === to;
	return {
		kind: say(language, `organisation.kind-${kind}`),
		words: say(
			language,
			isNamedSame ? 'organisation.event-level-same' : `organisation.event-${kind}`,
			params
		)
	};
}

/** ` (35%)` for a part of a split with listed shares. */
function shareOf(
	group: readonly LineageEvent[],
	{ code, language }: { code: string; language: Language }
): string {
	const share = group.find(({ kind, to }) => kind === 'split' && to === code)?.share;
	if (share === undefined) return '';
	return ` (${printPercent(parseDecimal(share), { thresholds: [], language })})`;
}

function nameOn(tree: UnitTree, code: string, date: IsoDate): string {
	return (tree.find(code, date) ?? tree.find(code))?.name ?? code;
}
