import type { ReportHead } from '#lib/views/report.ts';
import { escapeXml } from './office-xml.ts';

/** A paragraph that holds no other one: those around a text box are left alone. */
const PARAGRAPH = /<w:p(?=[ >])(?:(?!<w:p[ >]).)*?<\/w:p>/gs;
const TEXT = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g;
const PLACE = /\{\{\s*(\w+)\s*\}\}/g;
/** What stands for a field that nobody filled in. */
const BLANK = '……';

/** The names of the `{{placeholders}}` in a part of a document, those that Word split into several runs too. */
export function placesIn(xml: string): Set<string> {
	const names = [...xml.matchAll(PARAGRAPH)].flatMap(([paragraph]) =>
		[...wordsOf(paragraph).matchAll(PLACE)].map(([, name = '']) => name)
	);
	return new Set(names);
}

/**
 * The part with `{{title}}`, `{{unit}}`, `{{period}}`, `{{made}}`, `{{scope}}` and the fields of the letterhead filled in;
 * what is not known or not entered becomes dots to be written on, `{{report}}` stays.
 */
export function fillPlaces(xml: string, head: ReportHead): string {
	const { title, kind, subject, scope, unit, period, made, boundaries = '', fields } = head;
	const values: Readonly<Record<string, string>> = {
		...fields,
		...{ title, kind, subject, scope, unit, period, made, boundaries }
	};
	return xml.replace(PARAGRAPH, (paragraph) =>
		wordsOf(paragraph).search(PLACE) < 0
			? paragraph
			: filledIn(paragraph, (name) => values[name] || BLANK)
	);
}

/** The part with what is given instead of the paragraph that says `{{report}}`; `undefined` where none does. */
export function putReport(xml: string, report: string): string | undefined {
	const found = [...xml.matchAll(PARAGRAPH)].find(([paragraph]) =>
		placesIn(paragraph).has('report')
	);
	if (!found) return undefined;
	const [paragraph] = found;
	// A paragraph may end a section of pages: that end stays.
	const end = /<w:sectPr[ >].*?<\/w:sectPr>/s.exec(paragraph)?.[0] ?? '';
	const rest = end && `<w:p><w:pPr>${end}</w:pPr></w:p>`;
	return xml.slice(0, found.index) + report + rest + xml.slice(found.index + paragraph.length);
}

function wordsOf(paragraph: string): string {
	return [...paragraph.matchAll(TEXT)].map(([, words]) => words).join('');
}

/** Each value stands in the run in which its placeholder begins, and looks as that run does. */
function filledIn(paragraph: string, valueOf: (name: string) => string): string {
	const runs = [...paragraph.matchAll(TEXT)].map(([, words = '']) => words);
	const filled = runs.map(() => '');
	const places = [...runs.join('').matchAll(PLACE)].filter(([, name]) => name !== 'report');
	let start = 0;
	for (const [run, words] of runs.entries()) {
		const end = start + words.length;
		let at = start;
		for (const place of places) {
			const [whole, name = ''] = place;
			if (place.index >= end || place.index + whole.length <= start) continue;
			filled[run] += words.slice(at - start, Math.max(at, place.index) - start);
			if (place.index >= start) filled[run] += escapeXml(valueOf(name)).replaceAll('\n', NEW_LINE);
			at = Math.min(end, place.index + whole.length);
		}
		filled[run] += words.slice(at - start);
		start = end;
	}
	let run = 0;
	return paragraph.replace(TEXT, () => `<w:t xml:space="preserve">${filled[run++] ?? ''}</w:t>`);
}

const NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">';
