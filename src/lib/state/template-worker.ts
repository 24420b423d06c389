import { answerQuestions } from './answer-questions.ts';
import { drawProgressTemplate, type ProgressTemplateOrder } from './draw-progress-template.ts';
import { drawTemplate, type TemplateOrder } from './draw-template.ts';

/** What the worker that draws templates is asked for: the bytes of a workbook with sheets of columns, or the sheet B8. */
export interface TemplateTasks {
	draw: { question: TemplateOrder | ProgressTemplateOrder; answer: Uint8Array };
}

answerQuestions<TemplateTasks>({
	draw: async (order, { handOver }) => {
		const bytes =
			'templates' in order ? await drawTemplate(order) : await drawProgressTemplate(order);
		handOver(bytes);
		return bytes;
	}
});
