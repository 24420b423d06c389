import type { Facts } from '#lib/assess/standing.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { composeReport, type ReportGround } from '#lib/views/compose-report.ts';
import type { Report } from '#lib/views/report.ts';

/** The whole report, made at one go; of the unit `MH` in 2024 as reported, but for what is given. */
export function composed(
	facts: Facts,
	given: Pick<ReportGround, 'definition' | 'tree' | 'today'> & Partial<ReportGround>
): Report {
	const steps = composeReport(facts, {
		path: ['MH'],
		period: '2024',
		boundaries: 'reported',
		sequence: 7,
		submissions: [],
		deadlines: productDeadlines(),
		...given
	});
	for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
