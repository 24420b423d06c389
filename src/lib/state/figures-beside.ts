import { type Figures, figuresInColumns } from '#lib/ingest/figures.ts';
import { decodeReported } from '#lib/rollup/decode-entries.ts';
import type { KeptContent } from './ingest-tasks.ts';

/** What is in force, as the ingest worker knows it: told once, looked up for every draft. */
export class FiguresBeside {
	readonly #contents = new Map<string, Uint8Array>();
	#kept: readonly KeptContent[] = [];
	#figures: Figures = figuresInColumns([]);

	/** All figures in force. */
	get figures(): Figures {
		return this.#figures;
	}

	/** Takes note of what is in force; each content has to be told at least once. */
	tell(kept: readonly KeptContent[]): void {
		for (const { id, content } of kept) if (content) this.#contents.set(id, content);
		if (idsOf(kept) === idsOf(this.#kept)) return;
		const inForce = new Set(kept.map(({ id }) => id));
		for (const id of this.#contents.keys()) if (!inForce.has(id)) this.#contents.delete(id);
		this.#figures = figuresInColumns(this.#contentsOf(kept).map(decodeReported));
		this.#kept = kept;
	}

	#contentsOf(kept: readonly KeptContent[]): Uint8Array[] {
		return kept.map(({ id }) => this.#contents.get(id)).filter((content) => content !== undefined);
	}
}

function idsOf(kept: readonly KeptContent[]): string {
	return kept.map(({ id }) => id).join(' ');
}
