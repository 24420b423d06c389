import { AppError } from '#lib/base/app-error.ts';
import { reportProfile } from '#lib/views/report-profile.ts';
import { bytesOf, HeldReports } from './held-reports.ts';
import type { ReportAnswer, ReportQuestion, ReportTasks } from './report-tasks.ts';

type Answer = ReportTasks[keyof ReportTasks]['answer'];

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

/** One question after the other: a file is written of what was sent before it. */
let before: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ReportQuestion>) => {
	before = before.then(() => answer(data));
});

async function answer(asked: ReportQuestion): Promise<void> {
	const { id } = asked;
	try {
		const given = await answerTo(asked);
		post({ id, answer: given }, given ? [given.bytes.buffer as ArrayBuffer] : []);
	} catch (error) {
		if (error instanceof AppError) {
			post({ id, problem: { code: error.code, params: error.params } });
		} else {
			post({ id, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		}
	}
}

async function answerTo({ task, question }: ReportQuestion): Promise<Answer> {
	switch (task) {
		case 'begin':
			held.begin(question);
			return undefined;
		case 'section':
			held.section(question);
			return undefined;
		case 'write':
			await held.write(question);
			return undefined;
		case 'deliver':
			return held.deliver(question);
	}
}

function post(message: ReportAnswer, transfer: ArrayBuffer[] = []): void {
	self.postMessage(message, { transfer });
}
