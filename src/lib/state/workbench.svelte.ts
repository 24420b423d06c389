import type { AppError } from '#lib/base/app-error.ts';
import type { QueryAnswer, QueryRows } from '#lib/base/query-answer.ts';
import type { AnswerOrder } from '#lib/views/answer-order.ts';
import type { ChartChoice } from '#lib/views/answer-chart.ts';
import type { App } from './app-context.ts';
import { downloadCsv } from './download-csv.ts';
import { type Ground, isSameGround } from './ground.ts';
import type { QueryKeeping } from './query-keeping.svelte.ts';
import { asAppError, Cancelled } from './work.ts';
import { WorkbenchDesk } from './workbench-desk.ts';
import {
	formatWorkbenchChoice,
	parseWorkbenchChoice,
	WORKBENCH_NAMES,
	type WorkbenchChoice
} from './workbench-url.ts';

/** So many rows are shown, and so many written into a file. */
const MOST = { shown: 10_000, exported: 500_000 };
/** So soon the address says what is asked, were it not answered yet, in milliseconds. */
const ADDRESSED_WITHIN = 300;
/** How long a count under way may go on when another query is run, in milliseconds. */
const PATIENCE = 1500;

/** What the workbench is at: `opening` boots its engine first. */
export type WorkbenchPhase = 'resting' | 'opening' | 'running' | 'exporting';

/** What came of a query. */
export interface Answered {
	query: string;
	answer: QueryAnswer;
	milliseconds: number;
	/** What it was asked of; where another is in force since, the answer is of yesterday. */
	ground: Ground;
}

/** The analyst's questions and their answers. */
export class Workbench {
	readonly #app: App;
	readonly #keeping: QueryKeeping;
	readonly #desk = new WorkbenchDesk();
	#text = $state('');
	#phase = $state<WorkbenchPhase>('resting');
	#since = $state(0);
	#answered = $state.raw<Answered>();
	#count = $state.raw<bigint>();
	#counting = $state.raw<Promise<unknown>>();
	#problem = $state.raw<AppError>();
	#wasCancelled = $state(false);
	/** Counts the queries, so that one that waits gives way to a newer one. */
	#turns = 0;
	/** Settles when the work that began last is over. */
	#last: Promise<unknown> = Promise.resolve();
	/** The query asked last, so that no answer is asked for twice. */
	#asked?: string;
	/** What the address said when it was last followed. */
	#addressed?: string;

	constructor(app: App, keeping: QueryKeeping) {
		this.#app = app;
		this.#keeping = keeping;
	}

	/** What stands in the editor. */
	get text(): string {
		return this.#text;
	}

	/** What the workbench is at. */
	get phase(): WorkbenchPhase {
		return this.#phase;
	}

	/** When the work under way began, in milliseconds of the page. */
	get since(): number {
		return this.#since;
	}

	/** What came of the last query. */
	get answered(): Answered | undefined {
		return this.#answered;
	}

	/** The rows of the last answer; absent where it is a plan or a fault. */
	get rows(): QueryRows | undefined {
		const answer = this.#answered?.answer;
		return answer?.kind === 'rows' ? answer.rows : undefined;
	}

	/** How many rows the last query gives in truth; absent while they are counted, and where that was given up. */
	get count(): bigint | undefined {
		return this.rows?.hasMore ? this.#count : BigInt(this.rows?.rows.length ?? 0);
	}

	/** True while the rows of the last answer are counted. */
	get isCounting(): boolean {
		return this.#counting !== undefined;
	}

	/** What went wrong, where it was not the query. */
	get problem(): AppError | undefined {
		return this.#problem;
	}

	/** True where the last query was ended before its answer. */
	get wasCancelled(): boolean {
		return this.#wasCancelled;
	}

	/** True where what is in force has changed since the answer. */
	get isOutdated(): boolean {
		const { ground } = this.#app.workspace;
		return this.#answered !== undefined && !isSameGround(this.#answered.ground, ground);
	}

	/** What the address says of the page. */
	get choice(): WorkbenchChoice {
		const { view } = this.#app;
		const own = WORKBENCH_NAMES.map((name) => [name, view.own(name)]);
		return parseWorkbenchChoice(Object.fromEntries(own) as Record<string, string>);
	}

	/** Puts a text into the editor. */
	write(text: string): void {
		this.#text = text;
	}

	/** Boots the engine ahead of a question. */
	warmUp(): void {
		const { ground } = this.#app.workspace;
		// The question that cannot do without it will say why it fails.
		if (ground) this.#desk.open(ground).catch(() => undefined);
	}

	/** Runs the query that the address says, where it was not run yet. */
	follow(): void {
		const { query } = this.choice;
		const isOld = query === this.#addressed;
		this.#addressed = query;
		if (query === undefined || isOld || query === this.#asked) return;
		this.#text = query;
		void this.#run(query);
	}

	/** Runs what stands in the editor, or another text put into it, and has the address say so: once it is answered, or soon. */
	run(text: string = this.#text): void {
		this.#text = text;
		const soon = new Promise((resolve) => setTimeout(resolve, ADDRESSED_WITHIN));
		void Promise.race([this.#run(text), soon]).then(() => {
			if (this.#asked !== text) return;
			void this.#app.view.show({ own: formatWorkbenchChoice({ query: text, chart: {} }) });
		});
	}

	/** Ends the query under way; the engine that it occupied is given up for another. */
	cancel(): void {
		if (this.#phase === 'resting' && !this.isCounting) return;
		this.#turns += 1;
		this.#desk.end();
		this.warmUp();
	}

	/** Shows the answer as a table, or drawn. */
	showAs(form: 'table' | 'chart'): void {
		this.#choose({ form: form === 'chart' ? 'chart' : undefined });
	}

	/** Draws other columns, or another kind of chart. */
	draw(chart: ChartChoice): void {
		this.#choose({ form: 'chart', chart: { ...this.choice.chart, ...chart } });
	}

	/** Orders the rows by a column. */
	order(order: AnswerOrder | undefined): void {
		this.#choose({ order });
	}

	/** Hands the whole answer to the reader as CSV. */
	async exportCsv(name: string): Promise<void> {
		const { rows } = this;
		const query = this.#answered?.query;
		const { ground } = this.#app.workspace;
		if (!rows || !query || !ground) return;
		const all = rows.hasMore ? await this.#rowsForFile(ground, query) : rows;
		if (!all) return;
		const heads = all.columns.map(({ name: column }) => column);
		downloadCsv(name, [heads, ...all.rows.map((row) => row.map((cell) => cell ?? ''))]);
	}

	/** Gives the engine up; to be called when the page is left. */
	close(): void {
		this.#desk.end();
	}

	async #rowsForFile(ground: Ground, query: string): Promise<QueryRows | undefined> {
		await this.#freeDesk();
		return this.#at('exporting', async () => {
			const answer = await this.#desk.ask(ground, query, MOST.exported);
			return answer.kind === 'rows' ? answer.rows : undefined;
		});
	}

	async #run(query: string): Promise<void> {
		this.#asked = query;
		const { ground } = this.#app.workspace;
		if (!ground) return;
		const turn = ++this.#turns;
		await this.#freeDesk();
		if (turn !== this.#turns) return;
		const phase = this.#desk.isOpenFor(ground) ? 'running' : 'opening';
		const answer = await this.#at(phase, async () => {
			await this.#desk.open(ground);
			if (turn !== this.#turns) throw new Cancelled();
			this.#phase = 'running';
			const began = performance.now();
			const found = await this.#desk.ask(ground, query, MOST.shown);
			return { query, ground, answer: found, milliseconds: performance.now() - began };
		});
		if (!answer) return;
		this.#answered = answer;
		this.#keeping.remember({
			text: query,
			at: new Date().toISOString(),
			...(this.rows && !this.rows.hasMore && { rows: this.rows.rows.length })
		});
		if (this.rows?.hasMore) this.#countRows(ground, query);
	}

	/** One query at a time: another one ends that before it, and a count that takes long. */
	async #freeDesk(): Promise<void> {
		if (this.#phase !== 'resting') {
			// An engine that only boots will serve the other query as well.
			if (this.#phase !== 'opening') this.#desk.end();
			await this.#last;
		}
		if (!this.#counting) return;
		await Promise.race([this.#counting, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
		if (this.isCounting) this.#desk.end();
	}

	/** What the work gives; where it is ended or fails `undefined`, and that is said. */
	async #at<T>(phase: WorkbenchPhase, work: () => Promise<T>): Promise<T | undefined> {
		this.#phase = phase;
		this.#since = performance.now();
		this.#problem = undefined;
		this.#wasCancelled = false;
		const working = work();
		this.#last = working.catch(() => undefined);
		try {
			return await working;
		} catch (error) {
			if (error instanceof Cancelled) this.#wasCancelled = true;
			else this.#problem = asAppError(error);
			return undefined;
		} finally {
			this.#phase = 'resting';
		}
	}

	/** Counts the rows of an answer that is cut, while it is read. */
	#countRows(ground: Ground, query: string): void {
		this.#count = undefined;
		const counting = this.#desk.count(ground, query).then(
			(count) => {
				if (this.#answered?.query === query) this.#count = count;
			},
			// A count that was ended or failed leaves the answer as it is, without one.
			() => undefined
		);
		this.#counting = counting;
		void counting.then(() => {
			if (this.#counting === counting) this.#counting = undefined;
		});
	}

	#choose(choice: Partial<WorkbenchChoice>): void {
		void this.#app.view.show({ own: formatWorkbenchChoice({ ...this.choice, ...choice }) });
	}
}
