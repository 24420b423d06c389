/** What the rows of a rollup that several indicators share are named by: their ids, which hold no blank. */
export function rowName(indicators: readonly string[]): string {
	return indicators.join(' ');
}

/** The ids of the indicators that share the rows of a name. */
export function indicatorsOfRow(name: string): readonly string[] {
	return name.split(' ');
}
