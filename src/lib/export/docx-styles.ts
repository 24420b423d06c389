import {
	AlignmentType,
	type IParagraphStylePropertiesOptions,
	type IParagraphStyleOptions,
	type IStylesOptions,
	LineRuleType
} from 'docx';
import type { Language } from '#lib/base/language.ts';
import type { ReportProfile } from '#lib/views/report-profile.ts';
import { inTwentieths } from './paper-width.ts';
import { STYLE } from './docx-style-names.ts';

/** The language tags that Word checks spelling by. */
const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

const TWENTIETHS = 20;
const SOURCE_POINTS = 10;
const FOOT_POINTS = 9;
const SOFT_INK = '404040';

/** The styles of a document in that layout; every piece of a report has one, so that an office may change it at once. */
export function stylesFor(profile: ReportProfile, language: Language): IStylesOptions {
	const run = { font: profile.font, size: profile.body.size * 2, color: '000000' };
	return {
		default: {
			document: { run: { ...run, language: { value: LOCALES[language], eastAsia: 'vi-VN' } } }
		},
		paragraphStyles: [
			paragraphStyle(STYLE.title, 'Title', CENTRED_HEAD),
			paragraphStyle(STYLE.subtitle, 'Subtitle', CENTRED_HEAD),
			...profile.headings.map((_, place) => headingStyle(profile, place)),
			...textStyles(profile),
			...tableStyles(profile)
		].map((style) => ({ ...style, run: { ...run, ...style.run } })),
		characterStyles: [
			{
				id: STYLE.code,
				name: 'Report trace code',
				run: { size: Math.round(profile.table.codeSize * 2), color: SOFT_INK }
			}
		]
	};
}

const CENTRED_HEAD: IParagraphStylePropertiesOptions = {
	alignment: AlignmentType.CENTER,
	keepNext: true,
	spacing: { before: 0, after: 0 }
};

function paragraphStyle(
	id: string,
	name: string,
	paragraph: IParagraphStylePropertiesOptions
): IParagraphStyleOptions {
	return { id, name, basedOn: 'Normal', next: STYLE.text, quickFormat: true, paragraph };
}

function headingStyle(profile: ReportProfile, place: number): IParagraphStyleOptions {
	const level = place + 1;
	const {
		size,
		bold = false,
		italic = false,
		capitals = false
	} = profile.headings[place] ?? {
		size: profile.body.size
	};
	return {
		...paragraphStyle(`Heading${level}`, `heading ${level}`, {
			keepNext: true,
			keepLines: true,
			outlineLevel: place,
			spacing: { before: 120, after: 60 },
			...(place > 0 && { indent: { firstLine: inTwentieths(profile.body.indent) } })
		}),
		run: { size: size * 2, bold, italics: italic, allCaps: capitals }
	};
}

function textStyles({ body, table }: ReportProfile): IParagraphStyleOptions[] {
	const text: IParagraphStylePropertiesOptions = {
		alignment: AlignmentType.BOTH,
		spacing: {
			after: body.spaceAfter * TWENTIETHS,
			line: body.line * TWENTIETHS,
			lineRule: LineRuleType.AT_LEAST
		},
		indent: { firstLine: inTwentieths(body.indent) }
	};
	return [
		paragraphStyle(STYLE.text, 'Body Text', text),
		paragraphStyle(STYLE.item, 'List Bullet', text),
		{
			...paragraphStyle(STYLE.caption, 'caption', {
				alignment: AlignmentType.CENTER,
				keepLines: true,
				spacing: { before: 120, after: 80 }
			}),
			run: { size: table.captionSize * 2, bold: true }
		},
		{
			...paragraphStyle(STYLE.source, 'Report source', {
				alignment: AlignmentType.LEFT,
				keepLines: true,
				spacing: { before: 60, after: 180 }
			}),
			run: { size: SOURCE_POINTS * 2, italics: true }
		},
		paragraphStyle(STYLE.chart, 'Report chart', {
			alignment: AlignmentType.CENTER,
			keepNext: true,
			spacing: { before: 120, after: 0 }
		})
	];
}

function tableStyles({ table, recipients }: ReportProfile): IParagraphStyleOptions[] {
	const line = { before: 20, after: 20 };
	const size = table.size * 2;
	return [
		{
			...paragraphStyle(STYLE.tableHead, 'Report table head', {
				alignment: AlignmentType.CENTER,
				spacing: line
			}),
			run: { size, bold: true }
		},
		{ ...paragraphStyle(STYLE.tableText, 'Report table text', { spacing: line }), run: { size } },
		{
			...paragraphStyle(STYLE.foot, 'Report foot', { alignment: AlignmentType.CENTER }),
			run: { size: FOOT_POINTS * 2, color: SOFT_INK }
		},
		paragraphStyle(STYLE.letterhead, 'Report letterhead', {
			alignment: AlignmentType.CENTER,
			spacing: { before: 0, after: 0 }
		}),
		{
			...paragraphStyle(STYLE.recipients, 'Report recipients', {
				spacing: { before: 0, after: 0 }
			}),
			run: { size: recipients.size * 2 }
		}
	];
}
