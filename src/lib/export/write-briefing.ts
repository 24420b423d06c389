import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Report } from '#lib/views/report.ts';
import { reportProfile, type ReportProfile } from '#lib/views/report-profile.ts';
import { briefingData } from './briefing-data.ts';
import { letterhead, signature, titleLines } from './briefing-frame.ts';
import { briefingSections, numberedSections } from './briefing-sections.ts';
import { briefingStyle } from './briefing-style.ts';
import { element, escapeMarkup } from './markup.ts';
import { statusSymbols } from './status-signs.ts';

/** A report in the languages that its briefing speaks; one is enough. */
export type BriefingReports = Readonly<Partial<Record<Language, Report>>>;

/** What a briefing is made with beside its reports. */
export interface BriefingParts {
	/** The language that it opens in. */
	first: Language;
	/** The text of static/briefing/briefing.js. */
	script: string;
	/** The text of static/briefing/briefing.css. */
	style: string;
}

const LANGUAGES: readonly Language[] = ['vi', 'en'];
const NAMES: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' };

/**
 * The report as one HTML document that holds everything it shows: it opens from a file without any request, its charts
 * answer to pointer and keys, and on paper it is laid out as its profile asks. Only its own script and style may run.
 */
export async function writeBriefing(
	reports: BriefingReports,
	{ first, script, style }: BriefingParts
): Promise<string> {
	const given = LANGUAGES.flatMap((language) => reports[language] ?? []);
	const shown = reports[first] ?? given[0];
	if (!shown) throw new Error('A briefing needs a report.');
	const profile = reportProfile(shown.profile);
	const css = `${style}\n${briefingStyle(profile)}`;
	const policy = [
		`default-src 'none'`,
		`script-src 'sha256-${await hashOf(script)}'`,
		`style-src 'sha256-${await hashOf(css)}'`,
		`img-src data:`,
		`base-uri 'none'`,
		`form-action 'none'`
	].join('; ');
	const bodies = given.map((report) => bodyOf(report, { profile, shown, given }));
	return [
		`<!doctype html>`,
		`<html lang="${shown.language}" data-theme="auto">`,
		`<head><meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		`<meta name="viewport" content="width=device-width, initial-scale=1">`,
		`<meta name="referrer" content="no-referrer">`,
		`<title>${escapeMarkup(documentTitle(shown))}</title>`,
		`<style>${css}</style></head>`,
		`<body>${statusSymbols()}`,
		...bodies,
		`<div id="tip" hidden></div><div id="said" class="unseen" aria-live="polite"></div>`,
		`<script type="application/json" id="data">${briefingData(shown)}</script>`,
		`<script>${script}</script>`,
		`</body></html>`
	].join('\n');
}

function bodyOf(
	report: Report,
	{ profile, shown, given }: { profile: ReportProfile; shown: Report; given: readonly Report[] }
): string {
	const { language, head } = report;
	const frame = { report, profile };
	const facts = [
		head.boundaries,
		say(language, 'briefing.made', { day: head.made }),
		report.source
	].filter((fact): fact is string => Boolean(fact));
	return [
		`<div class="report" id="${language}" lang="${language}" data-title="${escapeMarkup(documentTitle(report))}"${report === shown ? '' : ' hidden'}>`,
		toolbar(report, given),
		`<div class="sheet">${contents(report, profile)}<main>`,
		letterhead(frame),
		titleLines(frame),
		`<p class="facts">${facts.map(escapeMarkup).join(' · ')}</p>`,
		briefingSections(report, profile),
		signature(frame),
		`<p class="offline screen">${said(report, 'briefing.offline')} ${said(report, 'briefing.code')}</p>`,
		`</main></div></div>`
	].join('\n');
}

function toolbar(report: Report, given: readonly Report[]): string {
	const others = given
		.filter((each) => each !== report)
		.map(({ language }) =>
			element(
				'button',
				{ type: 'button', 'data-language': language, lang: language },
				NAMES[language]
			)
		);
	const looks = (['auto', 'light', 'dark'] as const).map((look) =>
		element('option', { value: look }, said(report, `briefing.look-${look}`))
	);
	return [
		`<header class="bar screen"><b>${escapeMarkup(report.head.scope)}</b>`,
		...others,
		`<label>${said(report, 'briefing.look')} <select class="look">${looks.join('')}</select></label>`,
		`<button type="button" class="print">${said(report, 'briefing.print')}</button></header>`
	].join('');
}

function contents(report: Report, profile: ReportProfile): string {
	const lines = numberedSections(report, profile)
		.filter(({ level }) => level < 3)
		.map(({ anchor, number, title, level }) => {
			const link = `<a href="#${anchor}">${escapeMarkup(`${number} ${title}`)}</a>`;
			return `<li class="l${level}">${link}</li>`;
		});
	const name = said(report, 'briefing.contents');
	return `<nav class="screen" aria-label="${name}"><details open><summary>${name}</summary><ol>${lines.join('')}</ol></details></nav>`;
}

function said({ language }: Report, key: MessageKey): string {
	return escapeMarkup(say(language, key));
}

function documentTitle({ head }: Report): string {
	return `${head.title} · ${head.scope}`;
}

async function hashOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
