import { readFile } from 'node:fs/promises';
import type { Facts } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { composeReport } from '#lib/views/compose-report.ts';
import type { ReportGround } from '#lib/views/report-ground.ts';
import { reportProfile } from '#lib/views/report-profile.ts';
import type { Report } from '#lib/views/report.ts';
import { openFile } from './read-input.ts';
import type { ReportOptions } from './report-options.ts';
import { writePdf } from './write-pdf.ts';

/** What one report is made from. */
export interface ReportGrounds {
	facts: Facts;
	ground: ReportGround;
}

const SCRIPT = new URL('../../static/briefing/briefing.js', import.meta.url);
const STYLE = new URL('../../static/briefing/briefing.css', import.meta.url);

/** The bytes of the report in the format asked for; each library is read in only when it is needed. */
export async function writeReport(
	grounds: ReportGrounds,
	{ format, template, definition }: ReportOptions
): Promise<Uint8Array> {
	const composed = composedIn(grounds, definition.language);
	const at = new Date(`${grounds.ground.today}T05:00:00Z`);
	const own = template === undefined ? {} : { template: (await openFile(template)).bytes };
	switch (format) {
		case 'docx': {
			const { writeDocx } = await import('#lib/export/write-docx.ts');
			return writeDocx(composed, { profile: reportProfile(composed.profile), at, ...own });
		}
		case 'pptx': {
			const { writePptx } = await import('#lib/export/write-pptx.ts');
			return writePptx(composed, { at, ...own });
		}
		case 'xlsx': {
			const { writeWorkbook } = await import('#lib/export/write-workbook.ts');
			return writeWorkbook(composed, { at });
		}
		case 'html': {
			const other = composedIn(grounds, definition.language === 'vi' ? 'en' : 'vi');
			return new TextEncoder().encode(await briefing(composed, other));
		}
		case 'pdf':
			return writePdf(await briefing(composed));
	}
}

function composedIn({ facts, ground }: ReportGrounds, language: Language): Report {
	const definition = { ...ground.definition, language };
	const steps = composeReport(facts, { ...ground, definition });
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

async function briefing(first: Report, other?: Report): Promise<string> {
	const { writeBriefing } = await import('#lib/export/write-briefing.ts');
	const [script, style] = await Promise.all([readFile(SCRIPT, 'utf8'), readFile(STYLE, 'utf8')]);
	const reports = { [first.language]: first, ...(other && { [other.language]: other }) };
	return writeBriefing(reports, { first: first.language, script, style });
}
