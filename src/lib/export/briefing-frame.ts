import type { Report } from '#lib/views/report.ts';
import { type ProfileLine, profileText, type ReportProfile } from '#lib/views/report-profile.ts';
import { element, escapeMarkup } from './markup.ts';

/** What stands around the sections of a report: above them, and on paper below. */
export interface BriefingFrame {
	report: Report;
	profile: ReportProfile;
}

/** The two columns over the title of an official document; on paper only. */
export function letterhead(frame: BriefingFrame): string {
	const { left, right } = frame.profile.letterhead;
	return (
		`<div class="letterhead paper"><div>${linesMarkup('hl', left, frame)}</div>` +
		`<div>${linesMarkup('hr', right, frame)}</div></div>`
	);
}

/** The title in its lines; one of mere dashes is for paper only. */
export function titleLines(frame: BriefingFrame): string {
	const lines = frame.profile.title.map((line, at) => {
		const text = textOf(line, frame);
		const isRule = !/\p{L}/u.test(text);
		const look = isRule ? `ht${at} paper` : `ht${at}`;
		return element('span', { class: look }, escapeMarkup(text));
	});
	return `<h1>${lines.join(' ')}</h1>`;
}

/** Recipients on the left and the signature on the right; on paper only. */
export function signature(frame: BriefingFrame): string {
	const { profile, report } = frame;
	const { title, last } = profile.recipients;
	const listed = (report.head.fields.recipients ?? '').split('\n').filter(Boolean);
	const recipients = [...listed.map(dashed), textOf({ text: last }, frame)].map(
		(line) => `<p class="rl">${escapeMarkup(line)}</p>`
	);
	return (
		`<div class="signature paper"><div class="recipients"><p class="rt">${escapeMarkup(textOf(title, frame))}</p>` +
		`${recipients.join('')}</div><div>${linesMarkup('hs', profile.signature, frame)}</div></div>`
	);
}

function linesMarkup(name: string, lines: readonly ProfileLine[], frame: BriefingFrame): string {
	return lines
		.map((line, at) => `<p class="${name}${at}">${escapeMarkup(textOf(line, frame))}</p>`)
		.join('');
}

function dashed(line: string): string {
	return /^[-–]/.test(line.trim()) ? line.trim() : `- ${line.trim()}`;
}

function textOf(line: Pick<ProfileLine, 'text'>, { report, profile }: BriefingFrame): string {
	const { fields, kind, subject, scope } = report.head;
	const values = { ...fields, kind, subject, scope };
	return profileText(line, values, { profile, language: report.language });
}
