/** Works that must not overlap: each begins when those before it have ended, however they ended. */
export class Turns {
	#last: Promise<void> = Promise.resolve();

	/** What the work gives when its turn comes; of what it gave nothing is held on to. */
	take<T>(work: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(work);
		this.#last = turn.then(
			() => undefined,
			() => undefined
		);
		return turn;
	}
}
