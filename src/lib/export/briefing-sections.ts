import { say } from '#lib/base/messages.ts';
import type {
	Report,
	ReportBlock,
	ReportPart,
	ReportSection,
	ReportTable
} from '#lib/views/report.ts';
import { headingNumber, type ReportProfile } from '#lib/views/report-profile.ts';
import { briefingChart } from './briefing-chart.ts';
import { lettersIn, lettersLine, withLetters } from './briefing-letters.ts';
import { briefingTable } from './briefing-table.ts';
import { element, escapeMarkup } from './markup.ts';
import { paperTable } from './paper-table.ts';
import { textWidths } from './paper-width.ts';
import { liesOnSide } from './side-sections.ts';

/** A section with the number of its heading: `I-`, `2.`. */
export interface NumberedSection extends ReportSection {
	number: string;
	/** The name of its place in the document. */
	anchor: string;
}

/** The sections with their numbers, each level counted anew under the one above. */
export function numberedSections(
	{ sections, language }: Report,
	{ headings }: ReportProfile
): NumberedSection[] {
	const counts = [0, 0, 0];
	return sections.map((section, at) => {
		const place = section.level - 1;
		counts.splice(place, 3 - place, (counts[place] ?? 0) + 1, ...[0, 0].slice(place));
		const heading = headings[place];
		const number = heading ? headingNumber(heading, counts[place] ?? 1) : '';
		return { ...section, number, anchor: `${language}-${at + 1}` };
	});
}

const WIDE_TABLE = '<figure class="table wide">';

/** All sections one after another; tables and charts are numbered through. */
export function briefingSections(report: Report, profile: ReportProfile): string {
	const captions = { table: 0, chart: 0 };
	const numbered = (kind: 'table' | 'chart', caption: string): string => {
		captions[kind] += 1;
		return profile.captions[kind][report.language]
			.replace('{number}', () => String(captions[kind]))
			.replace('{caption}', () => caption);
	};
	const last = report.sections.at(-1)?.blocks.at(-1);
	const numberTitle = say(report.language, 'form.index');
	const upright = { width: textWidths(profile).upright, numberTitle };
	return numberedSections(report, profile)
		.map((section) => {
			const isWide = liesOnSide(section.blocks, upright);
			const blocks = section.blocks.map((block, at) => {
				const ending = block === last ? endingOf(profile) : '';
				return blockMarkup(block, {
					report,
					profile,
					numbered,
					isWide,
					ending,
					id: `${section.anchor}-${at}`
				});
			});
			const letters = lettersLine(lettersIn(section.blocks.flatMap(sentencesOf), report));
			const note = letters === '' ? '' : `<p class="letters">${letters}</p>`;
			const tag = `h${section.level + 1}`;
			// A heading stays on the page of what it heads, also where that lies on its side.
			const side = blocks[0]?.startsWith(WIDE_TABLE) ? ' class="wide"' : '';
			const heading = `<${tag}${side}>${escapeMarkup(`${section.number} ${section.title}`)}</${tag}>`;
			return `<section id="${section.anchor}">${heading}${blocks.join('')}${note}</section>`;
		})
		.join('\n');
}

interface BlockPlace {
	report: Report;
	profile: ReportProfile;
	/** The caption with its number before it. */
	numbered: (kind: 'table' | 'chart', caption: string) => string;
	id: string;
	/** True where the tables of the section lie on their side. */
	isWide: boolean;
	/** What closes the document, after its last sentence. */
	ending: string;
}

/** What the profile's ending has beside the full stop, on paper only: `/.`. */
function endingOf({ ending }: ReportProfile): string {
	const added = ending.replace(/^\./, '');
	return added === '' ? '' : `<span class="ending">${escapeMarkup(added)}</span>`;
}

function blockMarkup(
	block: ReportBlock,
	{ report, profile, numbered, id, isWide, ending }: BlockPlace
): string {
	switch (block.kind) {
		case 'paragraph':
			return `<p class="text">${partsMarkup(block.parts, report)}${ending}</p>`;
		case 'list':
			return `<ul>${block.items.map((item) => `<li>${partsMarkup(item, report)}</li>`).join('')}</ul>`;
		case 'table': {
			const table = paperTable(block.table);
			return tableFigure(table, numbered('table', table.caption), { report, profile, isWide });
		}
		case 'chart':
			return briefingChart(block.chart, {
				...{ report, id },
				number: numbered('chart', block.chart.caption)
			});
	}
}

/** A table in its frame, with its caption and a button that copies it; on its side where its section is. */
function tableFigure(
	table: ReportTable,
	caption: string,
	{ report, profile, isWide }: Pick<BlockPlace, 'report' | 'profile' | 'isWide'>
): string {
	const { language } = report;
	const done = say(language, 'briefing.copied');
	const copy = `<button type="button" class="copy" data-done="${done}">${say(language, 'briefing.copy')}</button>`;
	const scroll = { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption };
	const { upright, onSide } = textWidths(profile);
	const paper = { width: isWide ? onSide : upright, largest: profile.table.size * 2 };
	return (
		`${isWide ? WIDE_TABLE : '<figure class="table">'}<figcaption>${escapeMarkup(caption)}</figcaption>${copy}` +
		`${element('div', scroll, briefingTable(table, report, paper))}</figure>`
	);
}

function partsMarkup(parts: readonly ReportPart[], report: Report): string {
	return parts
		.map(({ text, isName, trail, role }) => {
			const written = withLetters(text, report);
			if (role === 'code') {
				// The line may end before a code, never within it.
				const title = escapeMarkup(say(report.language, 'briefing.code'));
				const gap = /^\s/.test(text) ? ' ' : '';
				return `${gap}<span class="code" title="${title}">${written.trimStart()}</span>`;
			}
			if (trail) return `<b>${written}</b>`;
			return isName && report.language !== 'vi' ? `<span lang="vi">${written}</span>` : written;
		})
		.join('');
}

function sentencesOf(block: ReportBlock): string[] {
	if (block.kind === 'paragraph') return block.parts.map(({ text }) => text);
	if (block.kind === 'list') return block.items.flat().map(({ text }) => text);
	return [];
}
