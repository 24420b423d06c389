import type { Table } from 'docx';
import {
	AlignmentType,
	Document,
	Footer,
	Header,
	type ISectionOptions,
	PageNumber,
	PageOrientation,
	Paragraph,
	SectionType,
	TextRun
} from 'docx';
import type { Report } from '#lib/views/report.ts';
import type { ReportProfile } from '#lib/views/report-profile.ts';
import type { BodyPiece } from './docx-body.ts';
import { closing, type FrameGround, letterhead, titleLines } from './docx-frame.ts';
import { numberingFor } from './docx-numbering.ts';
import { stylesFor } from './docx-styles.ts';
import { STYLE } from './docx-style-names.ts';
import { writable } from './docx-text.ts';
import { inTwentieths, textWidths } from './paper-width.ts';

/** A whole report as a Word document: letterhead, title, the pieces of its sections, recipients and signature. */
export function reportDocument(
	pieces: readonly BodyPiece[],
	ground: Omit<FrameGround, 'width'>
): Document {
	const frame = { ...ground, width: textWidths(ground.profile).upright };
	return documentOf(
		[
			...[letterhead(frame), ...titleLines(frame)].map(upright),
			...pieces,
			...[
				new Paragraph({ style: STYLE.letterhead, keepNext: true, children: [] }),
				closing(frame)
			].map(upright)
		],
		ground
	);
}

/**
 * The pieces of the sections as a Word document, of which an office's own document takes them over: with the title unless
 * that names it, and with the signature where it has no placeholder at all.
 */
export function bodyDocument(
	pieces: readonly BodyPiece[],
	{ places, ...frame }: FrameGround & { places: ReadonlySet<string> }
): Document {
	const isNamed = TITLE_PLACES.some((place) => places.has(place));
	const title = isNamed ? [] : titleLines(frame);
	// The office's letterhead before it must not come to stand on a page on its side.
	const start = title.length === 0 && pieces[0]?.isOnSide ? [new Paragraph({})] : title;
	const end = places.size === 0 ? signed(frame) : [];
	return documentOf([...start.map(upright), ...pieces, ...end], frame);
}

const TITLE_PLACES = ['title', 'kind', 'subject'];

function signed(frame: FrameGround): BodyPiece[] {
	const space = new Paragraph({ style: STYLE.letterhead, keepNext: true, children: [] });
	return [space, closing(frame)].map(upright);
}

function upright(element: Paragraph | Table): BodyPiece {
	return { element, isOnSide: false };
}

function documentOf(
	pieces: readonly BodyPiece[],
	{ report, profile }: Omit<FrameGround, 'width'>
): Document {
	return new Document({
		title: writable(report.head.title),
		subject: writable(report.head.scope),
		creator: 'Thước Đo',
		lastModifiedBy: 'Thước Đo',
		styles: stylesFor(profile, report.language),
		numbering: numberingFor(profile),
		sections: runsOfPages(pieces).map((run, place) =>
			sectionOf(run, { report, profile, isFirst: place === 0 })
		)
	});
}

/** The pieces in runs that stand on pages of one orientation. */
function runsOfPages(pieces: readonly BodyPiece[]): BodyPiece[][] {
	const runs: BodyPiece[][] = [];
	for (const piece of pieces) {
		const last = runs.at(-1);
		if (last?.[0]?.isOnSide === piece.isOnSide) last.push(piece);
		else runs.push([piece]);
	}
	return runs;
}

function sectionOf(
	pieces: readonly BodyPiece[],
	{ report, profile, isFirst }: { report: Report; profile: ReportProfile; isFirst: boolean }
): ISectionOptions {
	const { page, pageNumber } = profile;
	const { top, bottom, left, right } = page.margins;
	const isOnSide = pieces[0]?.isOnSide ?? false;
	return {
		properties: {
			type: SectionType.NEXT_PAGE,
			titlePage: isFirst && pageNumber.from > 1,
			page: {
				size: {
					width: inTwentieths(page.width),
					height: inTwentieths(page.height),
					orientation: isOnSide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
				},
				margin: {
					top: inTwentieths(top),
					bottom: inTwentieths(bottom),
					left: inTwentieths(left),
					right: inTwentieths(right),
					header: inTwentieths(top / 2),
					footer: inTwentieths(bottom / 2)
				}
			}
		},
		headers: {
			default: new Header({ children: pageNumber.place === 'top' ? [numberLine(profile)] : [] }),
			...(isFirst && { first: new Header({ children: [] }) })
		},
		footers: {
			default: new Footer({ children: footLines(report, profile, true) }),
			...(isFirst && { first: new Footer({ children: footLines(report, profile, false) }) })
		},
		children: pieces.map(({ element }) => element)
	};
}

function numberLine({ pageNumber }: ReportProfile): Paragraph {
	return new Paragraph({
		style: STYLE.letterhead,
		alignment: pageNumber.align === 'right' ? AlignmentType.RIGHT : AlignmentType.CENTER,
		children: [new TextRun({ children: [PageNumber.CURRENT], size: pageNumber.size * 2 })]
	});
}

/** What the letters in brackets mean stands at the foot of every page. */
function footLines({ letters }: Report, profile: ReportProfile, isNumbered: boolean): Paragraph[] {
	const words = letters.map(({ letter, meaning }) => `[${letter}] ${meaning}`).join(' · ');
	return [
		...(words
			? [new Paragraph({ style: STYLE.foot, children: [new TextRun(writable(words))] })]
			: []),
		...(isNumbered && profile.pageNumber.place === 'bottom' ? [numberLine(profile)] : [])
	];
}
