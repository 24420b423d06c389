import type { IsoDate } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { StatementSource } from '#lib/rollup/held-statements.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import type { Store } from '#lib/store/store.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type OnProgress, openRollupLine, sourceOf } from './rollup-line.ts';
import type { RollupTasks } from './rollup-tasks.ts';
import type { WorkerLine } from './worker-line.ts';

/** What a rollup is computed from. */
export interface RollupTask {
	store: Store;
	/** Which submissions are in force. */
	manifest: Manifest;
	units: readonly Unit[];
	lineage?: readonly LineageEvent[];
	catalogue: Catalogue;
	/** The day whose units all periods are shown on; without it each stands on its own map. */
	boundaries?: IsoDate;
	/** Contents that are not in force, to see what they would change; the newest of all. */
	more?: readonly Uint8Array[];
}

/** Has rollups computed by a worker, which holds the figures in force from one to the next. */
export class RollupComputer {
	#line?: WorkerLine<RollupTasks>;
	/** What the worker reads the submissions against, in one text. */
	#source = '';

	/** Tells the worker what is in force, so that the next rollup has only the rest to tell. */
	async prepare(task: RollupTask): Promise<void> {
		try {
			await this.#tell((this.#line ??= openRollupLine()), task);
		} catch (error) {
			this.close();
			throw error;
		}
	}

	/** The rollup of the submissions in force, and of what is added to them, as bytes for the store. */
	async compute(task: RollupTask, onProgress?: OnProgress): Promise<Uint8Array> {
		const { manifest, boundaries, more = [] } = task;
		try {
			const line = (this.#line ??= openRollupLine());
			await this.#tell(line, task);
			const beside = more.map((bytes, place) => ({
				...{ sequence: manifest.sequence + 1 + place, bytes }
			}));
			const question = { boundaries, more: beside };
			return await line.ask('roll-up', question, {
				onProgress: ({ done, total }) => onProgress?.(done, total)
			});
		} catch (error) {
			this.close();
			throw error;
		}
	}

	/** Lets go of the worker and of all that it holds. */
	close(): void {
		this.#line?.close();
		this.#line = undefined;
		this.#source = '';
	}

	/** Tells the worker what is in force and what it does not know of it. */
	async #tell(line: WorkerLine<RollupTasks>, task: RollupTask): Promise<void> {
		const { store, manifest } = task;
		const named = new Map(
			manifest.submissions.map((submission) => [
				`${submission.id} ${submission.contentSha256}`,
				submission
			])
		);
		const source = this.#news(sourceOf(task));
		const inForce = [...named].map(([name, { sequence }]) => ({ name, sequence }));
		const asked = await line.ask('settle', { ...(source && { source }), inForce });
		const contents = await store.contents(asked.flatMap(({ name }) => named.get(name) ?? []));
		for (const [place, submission] of asked.entries()) {
			const bytes = contents[place];
			if (bytes) await line.ask('tell', { submission, bytes }, { handOver: [bytes] });
		}
	}

	/** The source where it is another than the worker knows: each ground has its own copy of the same. */
	#news(source: StatementSource): StatementSource | undefined {
		const text = JSON.stringify(source);
		if (text === this.#source) return undefined;
		this.#source = text;
		return source;
	}
}
