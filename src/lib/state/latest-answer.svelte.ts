/** The answer that came last to a question; what stood there before until the first one comes. */
export interface LatestAnswer<Answer> {
	readonly value: Answer;
}

/**
 * Asks now and whenever what the question reads changes; an older answer never overwrites a newer one. To be called
 * while a component is set up.
 */
export function latestAnswer<Answer>(
	ask: () => Promise<Answer>,
	first: Answer
): LatestAnswer<Answer> {
	let answer = $state.raw(first);
	$effect(() => {
		let isLatest = true;
		void ask().then((given) => {
			if (isLatest) answer = given;
		});
		return () => {
			isLatest = false;
		};
	});
	return {
		get value() {
			return answer;
		}
	};
}
