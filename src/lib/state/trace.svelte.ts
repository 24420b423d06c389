import type { TraceAnswer } from '#lib/base/trace.ts';
import { readTraceCode, type TraceCode, type TraceFault } from '#lib/base/trace-code.ts';
import { AskedAnswer } from './asked-answer.svelte.ts';
import type { View } from './view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What the code that is looked up leads to. */
export class CodeTrace extends AskedAnswer<TraceAnswer> {
	readonly #text: () => string;
	readonly #read = $derived.by(() => {
		const text = this.#text();
		return text === '' ? undefined : readTraceCode(text);
	});

	/** To be made while a component is set up; `text`, the code as it stands in the address, is read again when it changes. */
	constructor(workspace: Workspace, view: View, text: () => string) {
		super({
			question: () => [this.code?.code, workspace.ground?.manifest.sequence].join(' '),
			ask: () => {
				const { code } = this;
				if (!code || !workspace.facts) return undefined;
				const { today } = view;
				return () =>
					workspace.find(async (engine, on) => {
						const { computeTrace } = await import('./compute-trace.ts');
						return computeTrace(engine, on, { code, today });
					});
			}
		});
		this.#text = text;
	}

	/** The code, where it is one. */
	get code(): TraceCode | undefined {
		return this.#read && !('fault' in this.#read) ? this.#read : undefined;
	}

	/** What is wrong with the text, where it is no code. */
	get fault(): TraceFault | undefined {
		return this.#read && 'fault' in this.#read ? this.#read : undefined;
	}
}
