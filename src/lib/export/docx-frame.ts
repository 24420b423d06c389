import {
	AlignmentType,
	BorderStyle,
	type IRunOptions,
	LineRuleType,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import type { Report } from '#lib/views/report.ts';
import { type ProfileLine, profileText, type ReportProfile } from '#lib/views/report-profile.ts';
import { STYLE } from './docx-style-names.ts';
import { writable } from './docx-text.ts';
import { textWidth } from './text-width.ts';

/** What the frame of a report is set with: its layout, and the width of the text in twentieths of a point. */
export interface FrameGround {
	report: Report;
	profile: ReportProfile;
	width: number;
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERLESS = {
	top: NONE,
	bottom: NONE,
	left: NONE,
	right: NONE,
	insideHorizontal: NONE,
	insideVertical: NONE
};
const TWENTIETHS = 20;
/** Capitals and bold letters of a serif are as wide as those of the table of widths, others narrower, dots of a blank wider. */
const SLENDER = 0.84;
const BLANK_LETTER = 'W';
/** Between the two columns of a letterhead. */
const BESIDE = 120;
const BROADEST_SHARE = 0.68;
const RULE_HEIGHT = 40;

/** The letterhead of a report: who issues it and its number on the left, the state's or the Party's name and the date on the right. */
export function letterhead(ground: FrameGround): Table {
	const { profile, width } = ground;
	const { left, right } = profile.letterhead;
	const broadest = Math.max(...right.map((line) => lineWidth(line, ground))) + BESIDE;
	const rightWidth = Math.round(Math.min(width * BROADEST_SHARE, Math.max(width / 2, broadest)));
	return pairOf(
		{
			width: width - rightWidth,
			children: linesOf(left, { ...ground, width: width - rightWidth })
		},
		{ width: rightWidth, children: linesOf(right, { ...ground, width: rightWidth }) }
	);
}

/** The lines of the title, centred. */
export function titleLines(ground: FrameGround): Paragraph[] {
	const { title } = ground.profile;
	return [
		new Paragraph({ style: STYLE.letterhead, children: [] }),
		...title.flatMap((line, place) =>
			linesOf([line], ground, place === 0 ? STYLE.title : STYLE.subtitle)
		),
		new Paragraph({ style: STYLE.letterhead, children: [] })
	];
}

/** What closes a report: to whom it goes on the left, who signs it on the right; never split by the end of a page. */
export function closing(ground: FrameGround): Table {
	const { profile, width } = ground;
	const half = Math.round(width / 2);
	return pairOf(
		{ width: width - half, children: recipientLines(ground) },
		{ width: half, children: linesOf(profile.signature, { ...ground, width: half }) }
	);
}

function recipientLines({ report, profile }: FrameGround): Paragraph[] {
	const { title, last } = profile.recipients;
	const named = (report.head.fields['recipients'] ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	const lines = (named.length > 0 ? named : [profile.blank]).map((line) =>
		line.startsWith('-') ? line : `- ${line}`
	);
	const closingLine = profileText({ text: last }, valuesOf(report), wordsOf(report, profile));
	return [
		new Paragraph({ style: STYLE.recipients, children: [runOf(title, { report, profile })] }),
		...[...lines, closingLine].map(
			(text) => new Paragraph({ style: STYLE.recipients, children: [new TextRun(writable(text))] })
		)
	];
}

function linesOf(
	lines: readonly ProfileLine[],
	ground: FrameGround,
	style: string = STYLE.letterhead
): Paragraph[] {
	return lines.flatMap((line) => {
		const alignment = AlignmentType.CENTER;
		const words = new Paragraph({ style, alignment, children: [runOf(line, ground)] });
		if (line.lines)
			return Array.from({ length: line.lines }, () => new Paragraph({ style, children: [] }));
		return line.rule === undefined ? [words] : [words, ruleUnder(line, ground)];
	});
}

function runOf(line: ProfileLine, ground: Omit<FrameGround, 'width'>): TextRun {
	const look: IRunOptions = {
		size: line.size * 2,
		bold: line.bold ?? false,
		italics: line.italic ?? false,
		allCaps: line.capitals ?? false,
		...(line.underline && { underline: {} })
	};
	return new TextRun({ ...look, text: writable(wordsIn(line, ground)) });
}

/** A rule as long as that share of the words above it, centred under them. */
function ruleUnder(line: ProfileLine, ground: FrameGround): Paragraph {
	const length = Math.min(ground.width, lineWidth(line, ground)) * (line.rule ?? 1);
	const side = Math.round((ground.width - length) / 2);
	return new Paragraph({
		style: STYLE.letterhead,
		indent: { left: side, right: side },
		spacing: { before: 60, line: RULE_HEIGHT * 2, lineRule: LineRuleType.EXACT },
		border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
		children: []
	});
}

function lineWidth(line: ProfileLine, ground: FrameGround): number {
	const words = wordsIn(line, ground);
	const written = line.capitals ? words.toUpperCase() : words;
	const blanks = textWidth(written.replace(/[^…]/g, '').replaceAll('…', BLANK_LETTER), line.size);
	const letters = textWidth(written.replaceAll('…', ''), line.size) * (line.bold ? 1 : SLENDER);
	return (letters + blanks) * TWENTIETHS;
}

function wordsIn(line: ProfileLine, { report, profile }: Omit<FrameGround, 'width'>): string {
	return profileText(line, valuesOf(report), wordsOf(report, profile));
}

function valuesOf({ head }: Report): Record<string, string> {
	const { title, kind, subject, scope, unit, period, made } = head;
	return { ...head.fields, title, kind, subject, scope, unit, period, made };
}

function wordsOf(
	{ language }: Report,
	profile: ReportProfile
): { profile: ReportProfile; language: Report['language'] } {
	return { profile, language };
}

interface Column {
	width: number;
	children: Paragraph[];
}

function pairOf(left: Column, right: Column): Table {
	return new Table({
		width: { size: left.width + right.width, type: WidthType.DXA },
		columnWidths: [left.width, right.width],
		layout: TableLayoutType.FIXED,
		borders: BORDERLESS,
		margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
		rows: [
			new TableRow({
				cantSplit: true,
				children: [left, right].map(
					({ width, children }) =>
						new TableCell({
							width: { size: width, type: WidthType.DXA },
							borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
							children
						})
				)
			})
		]
	});
}
