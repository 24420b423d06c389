import type { Receipts } from '#lib/base/receipts.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { findReceipts } from '#lib/rollup/find-receipts.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';
import { answerQuestions } from './answer-questions.ts';

/** What the worker that finds receipts is asked for. */
export interface ReportingTasks {
	receipts: { question: readonly RollupSubmission[]; answer: Receipts };
}

answerQuestions<ReportingTasks>({
	receipts: (submissions, { handOver }) => {
		const receipts = findReceipts(submissions, productCatalogue().templates);
		handOver(receipts.first);
		handOver(receipts.newest);
		return receipts;
	}
});
