import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Catalogue, Template } from '#lib/catalogue/catalogue.ts';
import type { Deadlines } from '#lib/catalogue/deadlines.ts';
import type { GuideBlock, GuidePart } from './guide-block.ts';
import { KEYS, STATUS_TEXT } from './guide-text.ts';
import { ruleWords } from './reporting-rules.ts';
import { STATUS_ORDER, statusLook } from './status-look.ts';

/** Every status with what it means. */
export function statusBlock(language: Language): GuideBlock {
	return {
		kind: 'statuses',
		items: STATUS_ORDER.map((status) => ({
			look: statusLook(status, language),
			text: STATUS_TEXT[status][language]
		}))
	};
}

/** The keys, by the place where they do something. */
export function keyBlocks(language: Language): GuideBlock[] {
	return KEYS.map(({ title, rows }) => ({
		kind: 'keys' as const,
		title: title[language],
		rows: rows.map(({ keys, text }) => ({ keys, text: text[language] }))
	}));
}

/** A part for each sheet, as the catalogue has it: when it is due, its columns, what is checked, what it feeds. */
export function sheetParts(
	{ catalogue, deadlines }: { catalogue: Catalogue; deadlines: Deadlines },
	language: Language
): GuidePart[] {
	return catalogue.templates.map((template) => {
		const { id, title } = template;
		const owed = deadlines.templates.filter((each) => each.id === id);
		const due = ruleWords({ ...deadlines, templates: owed }, language);
		return {
			anchor: `sheets-${id.toLowerCase()}`,
			title: say(language, 'guide-page.sheet', { id, title: title[language] }),
			blocks: [
				...due.map(({ rule, source }) => textBlock(`${rule} (${source}).`)),
				...(template.layout === 'progress'
					? progressBlocks(language)
					: columnBlocks(template, { catalogue, language }))
			]
		};
	});
}

const PROGRESS_HEADS = [
	'progress.head-code',
	'progress.head-content',
	'progress.head-unit',
	'progress.head-period',
	'progress.head-plan',
	'progress.head-done',
	'progress.head-state',
	'progress.head-day'
] as const satisfies MessageKey[];

const PROGRESS_LINES = [
	'progress.guide-plan',
	'progress.guide-done',
	'progress.guide-state',
	'progress.guide-day',
	'progress.guide-more'
] as const satisfies MessageKey[];

/** The long sheet: its columns in a sentence, then how each is filled in. */
function progressBlocks(language: Language): GuideBlock[] {
	const columns = PROGRESS_HEADS.map((key) => say(language, key)).join(', ');
	return [
		textBlock(say(language, 'guide-page.progress', { columns })),
		{
			kind: 'points',
			items: PROGRESS_LINES.map((key) => runOf(say(language, key).replace(/^• /, '')))
		}
	];
}

function columnBlocks(
	template: Template,
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): GuideBlock[] {
	const { id, measures, checks } = template;
	const rows = measures.map(({ id, header, name, overTime, context }) => ({
		id,
		header,
		counts: name[language],
		time: say(language, `guide-page.time-${overTime}`),
		isOptional: context ?? false
	}));
	const fed = namesFedBy(template, { catalogue, language });
	const rules = checks.map(({ message }) => message[language]).join('; ');
	return [
		{ kind: 'columns', caption: say(language, 'guide-page.columns-of', { id }), rows },
		...(rows.some(({ isOptional }) => isOptional)
			? [textBlock(say(language, 'guide-page.optional'))]
			: []),
		textBlock(
			say(language, 'guide-page.sheet-feeds', { count: fed.length, names: fed.join(', ') })
		),
		...(rules ? [textBlock(say(language, 'guide-page.checks', { checks: rules }))] : [])
	];
}

function namesFedBy(
	{ measures }: Template,
	{ catalogue, language }: { catalogue: Catalogue; language: Language }
): string[] {
	const ids = new Set(measures.map(({ id }) => id));
	return catalogue.indicators
		.filter(({ numerator, denominator }) =>
			[...numerator, ...denominator].some((id) => ids.has(id))
		)
		.map(({ shortName }) => shortName[language]);
}

function textBlock(text: string): GuideBlock {
	return { kind: 'text', runs: runOf(text) };
}

function runOf(text: string): { text: string; isStrong: boolean }[] {
	return [{ text, isStrong: false }];
}
