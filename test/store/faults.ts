import { AppError } from '#lib/base/app-error.ts';

/**
 * How one storage call goes wrong. It fails without effect, or although it had its effect; the tab dies in it, by an
 * error or by an answer that never comes, so that no later call has an effect either; a write leaves its first half in
 * the file's place, and says so or does not; space is out; or all is well, but late.
 */
export const FAULTS = [
	'fails',
	'fails-late',
	'dies',
	'stops',
	'torn',
	'short',
	'full',
	'slow'
] as const;

/** One of the ways in which a call goes wrong. */
export type Fault = (typeof FAULTS)[number];

/** What goes wrong, and where: the n-th call, from 1. */
export interface Injection {
	at: number;
	fault: Fault;
}

/** One call of the storage. */
export interface Call<T> {
	run: () => Promise<T>;
	/** Leaves half of what was to be written in the file's place; absent for what writes nothing. */
	tear?: () => Promise<unknown>;
	/** Leaves what a killed write leaves beside the file. */
	litter?: () => Promise<unknown>;
	/** What the call gives where it only pretends to have run. */
	pretend?: T;
	/** What is thrown when space is out. */
	full?: () => Error;
}

/** Counts the calls that pass through it, and lets one of them go wrong. */
export class Gate {
	readonly #injection: Injection;
	/** Resolves when the tab has stopped: nothing will settle any more. */
	readonly stopped: Promise<void>;
	#tellStopped = (): void => undefined;
	#calls = 0;
	#hit = false;

	constructor(injection: Injection) {
		this.#injection = injection;
		this.stopped = new Promise((resolve) => (this.#tellStopped = resolve));
	}

	/** How many calls there were. */
	get calls(): number {
		return this.#calls;
	}

	/** True once the fault has happened: not every call can go wrong in every way. */
	get isHit(): boolean {
		return this.#hit;
	}

	/** The call, or what becomes of it. */
	async through<T>(call: Call<T>): Promise<T> {
		const { at, fault } = this.#injection;
		this.#calls += 1;
		if (this.#calls < at || (this.#calls > at && !isDeadly(fault))) return call.run();
		if (this.#calls > at) return this.#dead(fault);
		if ((fault === 'torn' || fault === 'short') && !call.tear) return call.run();
		if (fault === 'full' && !call.full) return call.run();
		this.#hit = true;
		return this.#goWrong(fault, call);
	}

	async #goWrong<T>(fault: Fault, call: Call<T>): Promise<T> {
		if (isDeadly(fault)) {
			await call.litter?.();
			return this.#dead(fault);
		}
		if (fault === 'slow') await late();
		if (fault === 'fails-late' || fault === 'slow') {
			const answer = await call.run();
			if (fault === 'slow') return answer;
		}
		if (fault === 'torn' || fault === 'short') await call.tear?.();
		if (fault === 'short') return call.pretend as T;
		throw fault === 'full' ? (call.full?.() ?? new AppError('store.full')) : new Error('fault');
	}

	#dead(fault: Fault): Promise<never> {
		if (fault === 'dies') return Promise.reject(new Error('dead'));
		this.#tellStopped();
		return new Promise(() => undefined);
	}
}

function isDeadly(fault: Fault): boolean {
	return fault === 'dies' || fault === 'stops';
}

/** Long enough for everything else that is ready to run. */
async function late(): Promise<void> {
	for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Whether a change is known to have landed, not to have landed, or may have. */
export type Outcome = 'done' | 'refused' | 'stopped';

/** What becomes of the change behind the gate. */
export function outcomeOf(change: Promise<unknown>, gate: Gate): Promise<Outcome> {
	return Promise.race<Outcome>([
		change.then(
			() => 'done',
			() => 'refused'
		),
		gate.stopped.then(() => 'stopped')
	]);
}

/** Work one at a time, as a tab's own lock would have it: a tab that stopped takes its lock along. */
export function ownLock(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const turn = last.then(work, work);
		last = turn;
		return turn;
	};
}
