import type { GuideSection } from './guide-sections.ts';
import type { StatusLook } from './status-look.ts';

/** Some words of a sentence; strong ones are those that stand on the screen. */
export interface Run {
	text: string;
	isStrong: boolean;
}

/** A piece of the guide, in one language. */
export type GuideBlock =
	| { kind: 'text'; runs: Run[] }
	| { kind: 'steps'; items: Run[][] }
	| { kind: 'points'; items: Run[][] }
	| { kind: 'picture'; file: string; alt: string; width: number; height: number }
	| { kind: 'terms'; items: { term: string; runs: Run[] }[] }
	| { kind: 'see'; links: { anchor: string; title: string }[] }
	| { kind: 'statuses'; items: { look: StatusLook; text: string }[] }
	| { kind: 'columns'; caption: string; rows: GuideColumn[] }
	| { kind: 'keys'; title: string; rows: { keys: string[]; text: string }[] };

/** A column of a sheet. */
export interface GuideColumn {
	id: string;
	header: string;
	counts: string;
	time: string;
	isOptional: boolean;
}

/** A part of a section; one without a title belongs to what stands before it. */
export interface GuidePart {
	/** What follows the `#` of its address. */
	anchor: string;
	title?: string;
	blocks: GuideBlock[];
}

/** A section of the guide. */
export interface GuideChapter {
	section: GuideSection;
	title: string;
	parts: GuidePart[];
}
