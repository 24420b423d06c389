import { reportProfile } from '#lib/views/report-profile.ts';
import { answerQuestions } from './answer-questions.ts';
import { bytesOf, HeldReports } from './held-reports.ts';
import type { ReportTasks } from './report-tasks.ts';

/** Each library is fetched when the first file of its format is written. */
const held = new HeldReports({
	docx: async (report, { at, template }) => {
		const { writeDocx } = await import('#lib/export/write-docx.ts');
		const profile = reportProfile(report.profile);
		return writeDocx(report, { profile, at: new Date(at), ...(template && { template }) });
	},
	pptx: async (report, { at, template }) => {
		const { writePptx } = await import('#lib/export/write-pptx.ts');
		return writePptx(report, { at: new Date(at), ...(template && { template }) });
	},
	xlsx: async (report, { at }) => {
		const { writeWorkbook } = await import('#lib/export/write-workbook.ts');
		return writeWorkbook(report, { at: new Date(at) });
	},
	html: async (report, { other, briefing }) => {
		const { writeBriefing } = await import('#lib/export/write-briefing.ts');
		const { language: first } = report;
		const reports = { [first]: report, ...(other && { [other.language]: other }) };
		const { script = '', style = '' } = briefing ?? {};
		return bytesOf(await writeBriefing(reports, { first, script, style }));
	}
});

/** A file is written of what was sent before it. */
answerQuestions<ReportTasks>({
	begin: (frame) => void held.begin(frame),
	section: (section) => void held.section(section),
	write: async (order) => void (await held.write(order)),
	deliver: (order, { handOver }) => {
		const delivery = held.deliver(order);
		handOver(delivery.bytes);
		return delivery;
	}
});
