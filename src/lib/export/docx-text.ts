import { type ParagraphChild, TextRun } from 'docx';
import type { ReportPart } from '#lib/views/report.ts';
import { STYLE } from './docx-style-names.ts';

const HELD_HYPHEN = '\u2011';

/** A sentence as runs of text; names are Vietnamese in every language, codes are set small and never parted by a line's end. */
export function runsOf(parts: readonly ReportPart[]): ParagraphChild[] {
	return parts.map(
		({ text, isName, role }) =>
			new TextRun({
				text: writable(role === 'code' ? text.replaceAll('-', HELD_HYPHEN) : text),
				...(isName && { language: { value: 'vi-VN' } }),
				...(role === 'code' && { style: STYLE.code, noProof: true })
			})
	);
}

/** The text without the characters that XML does not know, which no program opens. */
export function writable(text: string): string {
	// eslint-disable-next-line no-control-regex -- exactly these
	return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
