/** A stream of pseudo-random numbers in [0, 1) that is the same for the same seed text, on every machine. */
export function diceFor(seed: string): () => number {
	let state = 2166136261;
	for (const character of seed)
		state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** How many of `whole` when each has the chance `share`, spread about as chance would, never past the ends. */
export function portion(whole: number, share: number, dice: () => number): number {
	const spread = Math.sqrt(whole * share * (1 - share)) * (dice() + dice() - 1);
	return Math.max(0, Math.min(whole, Math.round(whole * share + spread)));
}
