import type { Period } from '#lib/base/period.ts';
import { type Figures, figuresInForce } from '#lib/ingest/figures.ts';
import { decodeCells } from '#lib/rollup/decode-entries.ts';
import type { KeptContent } from './ingest-answer.ts';

/** What is in force, as the ingest worker knows it: told once, looked up for every draft. */
export class FiguresBeside {
	readonly #contents = new Map<string, Uint8Array>();
	#ids = '';
	#figures: Figures = figuresInForce([]);

	/** All figures in force; those of the submissions told, of which each content was told at least once. */
	of(kept: readonly KeptContent[]): Figures {
		for (const { id, content } of kept) if (content) this.#contents.set(id, content);
		const ids = kept.map(({ id }) => id).join(' ');
		if (ids === this.#ids) return this.#figures;
		const inForce = new Set(kept.map(({ id }) => id));
		for (const id of this.#contents.keys()) if (!inForce.has(id)) this.#contents.delete(id);
		this.#figures = figuresInForce(this.#contentsOf(kept).map(decodeCells));
		this.#ids = ids;
		return this.#figures;
	}

	/** The contents of the submissions that speak of one of the periods, the oldest first. */
	contents(kept: readonly KeptContent[], periods: readonly Period[]): Uint8Array[] {
		return this.#contentsOf(
			kept.filter((submission) => submission.periods.some((period) => periods.includes(period)))
		);
	}

	#contentsOf(kept: readonly KeptContent[]): Uint8Array[] {
		return kept.map(({ id }) => this.#contents.get(id)).filter((content) => content !== undefined);
	}
}
