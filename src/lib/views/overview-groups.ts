import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productTopics } from '#lib/catalogue/load-topics.ts';
import type { OverviewLine } from './overview-lines.ts';
import { documentLabel } from './sentence-target.ts';

/** By what the lines of the overview are grouped; the first is what is shown unless one chooses. */
export const GROUPINGS = ['document', 'topic'] as const;

/** By what the lines of the overview are grouped. */
export type Grouping = (typeof GROUPINGS)[number];

/** Lines under one head. */
export interface LineGroup {
	id: string;
	/** `NQ 21`, or `Cán bộ nữ`. */
	label: string;
	/** A document's whole name. */
	title?: string;
	/** `8/14 chỉ tiêu đạt`: of those lines that have a target in force which asks for a level. */
	met: string;
	lines: OverviewLine[];
}

/** The lines under their documents or their fields of work, in the order of those; heads without lines are left out. */
export function groupedLines(
	lines: readonly OverviewLine[],
	{ by, catalogue, language }: { by: Grouping; catalogue: Catalogue; language: Language }
): LineGroup[] {
	const heads = by === 'document' ? documentHeads(catalogue, language) : topicHeads(language);
	return heads
		.map(({ holds, ...head }) => {
			const own = lines.filter(holds);
			return { ...head, met: metWords(own, language), lines: own };
		})
		.filter((group) => group.lines.length > 0);
}

interface Head extends Pick<LineGroup, 'id' | 'label' | 'title'> {
	holds: (line: OverviewLine) => boolean;
}

function documentHeads({ documents }: Catalogue, language: Language): Head[] {
	const homeless: Head = {
		id: 'none',
		label: say(language, 'overview.no-document'),
		holds: ({ home }) => home === undefined
	};
	const heads = documents.map((document): Head => ({
		id: document.id,
		label: documentLabel(document, language),
		title: document.name[language],
		holds: ({ home }) => home === document.id
	}));
	return [...heads, homeless];
}

function topicHeads(language: Language): Head[] {
	const heads = productTopics().map(({ id, name }): Head => ({
		id,
		label: name[language],
		holds: ({ topic }) => topic === id
	}));
	const other: Head = {
		id: 'other',
		label: say(language, 'overview.other-topic'),
		holds: ({ topic }) => topic === undefined
	};
	return [...heads, other];
}

function metWords(lines: readonly OverviewLine[], language: Language): string {
	const inForce = lines.filter(({ reading }) =>
		reading.targets.some(({ kind }) => kind !== 'trend')
	);
	const met = inForce.filter(({ reading }) => reading.status.status === 'met');
	if (inForce.length === 0) return say(language, 'overview.group-none');
	return say(language, 'overview.group-met', { met: met.length, inForce: inForce.length });
}
