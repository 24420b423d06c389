/** The items under each key, keys and items in the order in which they come. */
export function groupBy<Item, Key>(
	items: readonly Item[],
	keyOf: (item: Item) => Key
): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	// Items of one key often come one after the other.
	let last: { key: Key; group: Item[] } | undefined;
	for (const item of items) {
		const key = keyOf(item);
		if (last === undefined || last.key !== key) {
			const group = groups.get(key) ?? [];
			if (group.length === 0) groups.set(key, group);
			last = { key, group };
		}
		last.group.push(item);
	}
	return groups;
}
