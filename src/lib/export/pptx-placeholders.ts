import type { ReportHead } from '#lib/views/report.ts';
import { escapeXml } from './office-xml.ts';

const PARAGRAPH = /<a:p>.*?<\/a:p>|<a:p [^>]*>.*?<\/a:p>/gs;
const TEXT = /<a:t>([^<]*)<\/a:t>/g;
const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

/** True where the slide says `{{name}}`, or any such placeholder where no name is asked for; also one split into runs. */
export function holdsPlaceholder(slide: string, name?: string): boolean {
	return (slide.match(PARAGRAPH) ?? []).some((paragraph) =>
		[...textOf(paragraph).matchAll(PLACE)].some(([, found]) => name === undefined || found === name)
	);
}

/**
 * The slide with `{{title}}`, `{{unit}}`, `{{period}}`, `{{made}}`, `{{scope}}` and the fields of the letterhead filled in; one
 * that is not known or not entered becomes dots to be written on. What Office split into runs is put together first.
 */
export function fillPlaceholders(slide: string, head: ReportHead): string {
	return slide.replace(PARAGRAPH, (paragraph) => {
		if (!textOf(paragraph).match(PLACE)) return paragraph;
		const whole = isSplit(paragraph) ? joined(paragraph) : paragraph;
		return whole.replace(
			TEXT,
			(_, text: string) =>
				`<a:t>${text.replace(PLACE, (__, name: string) => valueOf(name, head))}</a:t>`
		);
	});
}

function valueOf(name: string, head: ReportHead): string {
	const { title, kind, subject, scope, unit, period, made, boundaries, fields } = head;
	const known: Record<string, string | undefined> = {
		...fields,
		...{ title, kind, subject, scope, unit, period, made, boundaries }
	};
	return escapeXml(known[name] ?? '……');
}

function textOf(paragraph: string): string {
	return [...paragraph.matchAll(TEXT)].map(([, text]) => text ?? '').join('');
}

function isSplit(paragraph: string): boolean {
	const places = (text: string): number => [...text.matchAll(PLACE)].length;
	const apart = [...paragraph.matchAll(TEXT)].reduce(
		(sum, [, text]) => sum + places(text ?? ''),
		0
	);
	return apart < places(textOf(paragraph));
}

/** All words of the paragraph in its first run, whose look they take. */
function joined(paragraph: string): string {
	const text = textOf(paragraph);
	let isFirst = true;
	return paragraph.replace(TEXT, () => {
		const words = isFirst ? text : '';
		isFirst = false;
		return `<a:t>${words}</a:t>`;
	});
}
