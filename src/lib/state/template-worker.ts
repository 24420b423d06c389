import { AppError } from '#lib/base/app-error.ts';
import { drawProgressTemplate, type ProgressTemplateOrder } from './draw-progress-template.ts';
import { drawTemplate, type TemplateOrder } from './draw-template.ts';

/** What the worker that draws templates sends back: the workbook, what keeps it from being drawn, or how it crashed. */
export type TemplateAnswer =
	| { bytes: Uint8Array }
	| { problem: { code: string; params: Record<string, string | number> } }
	| { crash: string };

/** What it is asked for: sheets with columns, or the sheet B8. */
export type WorkbookOrder = TemplateOrder | ProgressTemplateOrder;

addEventListener('message', ({ data }: MessageEvent<WorkbookOrder>) => void answer(data));

async function answer(order: WorkbookOrder): Promise<void> {
	try {
		const bytes =
			'templates' in order ? await drawTemplate(order) : await drawProgressTemplate(order);
		post({ bytes }, [bytes.buffer as ArrayBuffer]);
	} catch (error) {
		if (error instanceof AppError) post({ problem: { code: error.code, params: error.params } });
		else post({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
}

function post(message: TemplateAnswer, transfer: ArrayBuffer[] = []): void {
	self.postMessage(message, { transfer });
}
