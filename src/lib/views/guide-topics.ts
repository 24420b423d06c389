import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { GuideSection } from './guide-sections.ts';

/** What a newcomer may wonder about; its words are `what.<topic>` and `what.<topic>-text` in data/messages/what.json. */
export type WhatTopic = TopicOf<MessageKey>;

type TopicOf<Key> = Key extends `what.${infer Topic}-text` ? Topic : never;

/** The section of the guide that tells more. */
const SECTIONS: Record<WhatTopic, GuideSection> = {
	allocation: 'units',
	arrow: 'status',
	band: 'targets',
	boundaries: 'units',
	calendar: 'ledger',
	ceiling: 'figures',
	change: 'figures',
	compare: 'compare',
	coverage: 'coverage',
	definition: 'figures',
	editions: 'units',
	files: 'sheets',
	guard: 'reports',
	heat: 'indicator',
	history: 'trail',
	holding: 'overview',
	issues: 'sheets',
	kept: 'data',
	late: 'reporting',
	layers: 'targets',
	layout: 'sheets',
	ledger: 'ledger',
	lineage: 'units',
	log: 'data',
	multiples: 'indicator',
	narrative: 'indicator',
	pace: 'pace',
	package: 'data',
	parts: 'figures',
	peers: 'indicator',
	preview: 'sheets',
	provisional: 'sheets',
	publish: 'data',
	ranking: 'indicator',
	regime: 'figures',
	reporting: 'reporting',
	reports: 'reports',
	rules: 'reporting',
	scorecard: 'scorecard',
	shortfall: 'figures',
	status: 'status',
	strictest: 'targets',
	submission: 'data',
	target: 'targets',
	templates: 'sheets',
	threshold: 'targets',
	trace: 'trail',
	trail: 'trail',
	trend: 'indicator',
	trial: 'units',
	undertaking: 'ledger',
	undo: 'data',
	workbench: 'workbench'
};

/** Two or three sentences on one thing, and the section of the guide that tells more. */
export interface Explanation {
	title: string;
	text: string;
	section: GuideSection;
}

/** What is said of a topic in the language. */
export function explanationOf(topic: WhatTopic, language: Language): Explanation {
	return {
		title: say(language, `what.${topic}`),
		text: say(language, `what.${topic}-text`),
		section: SECTIONS[topic]
	};
}
