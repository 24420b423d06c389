import { AppError } from '#lib/base/app-error.ts';
import { drawTemplate, type TemplateOrder } from './draw-template.ts';

/** What the worker that draws templates sends back: the workbook, what keeps it from being drawn, or how it crashed. */
export type TemplateAnswer =
	| { bytes: Uint8Array }
	| { problem: { code: string; params: Record<string, string | number> } }
	| { crash: string };

addEventListener('message', ({ data }: MessageEvent<TemplateOrder>) => void answer(data));

async function answer(order: TemplateOrder): Promise<void> {
	try {
		const bytes = await drawTemplate(order);
		post({ bytes }, [bytes.buffer as ArrayBuffer]);
	} catch (error) {
		if (error instanceof AppError) post({ problem: { code: error.code, params: error.params } });
		else post({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
}

function post(message: TemplateAnswer, transfer: ArrayBuffer[] = []): void {
	self.postMessage(message, { transfer });
}
