import type { Language } from '#lib/base/language.ts';
import { writeDocx } from '#lib/export/write-docx.ts';
import { writePptx } from '#lib/export/write-pptx.ts';
import { writeWorkbook } from '#lib/export/write-workbook.ts';
import { reportProfile } from '#lib/views/report-profile.ts';
import { smallReport } from '#test/fixtures/reports/small-report.ts';
import type { OfficeFile } from './office.ts';
import { officeTemplate } from './office-template.ts';

const AT = new Date('2026-11-21T03:00:00Z');
const PROFILES: Record<Language, string> = { vi: 'party', en: 'state' };

/** The small report in every office format and both languages, as the writers give it. */
export async function reportFiles(): Promise<OfficeFile[]> {
	const files = (['vi', 'en'] as const).map(async (language) => {
		const report = smallReport(language);
		const profile = reportProfile(PROFILES[language]);
		return [
			{ name: `word-${language}.docx`, bytes: await writeDocx(report, { profile, at: AT }) },
			{ name: `slides-${language}.pptx`, bytes: await writePptx(report, { at: AT }) },
			{ name: `workbook-${language}.xlsx`, bytes: await writeWorkbook(report, { at: AT }) }
		];
	});
	return [...(await Promise.all(files)).flat(), await onTemplate()];
}

async function onTemplate(): Promise<OfficeFile> {
	const options = { profile: reportProfile('party'), at: AT, template: await officeTemplate() };
	return { name: 'template-vi.docx', bytes: await writeDocx(smallReport('vi'), options) };
}
