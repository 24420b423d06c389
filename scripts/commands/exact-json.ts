const MARK = '\uE000';

/** JSON text in which a bigint stands as its exact digits, however long. */
export function exactJson(value: unknown): string {
	const text = JSON.stringify(
		value,
		(_, item: unknown) => (typeof item === 'bigint' ? `${MARK}${item}${MARK}` : item),
		2
	);
	return text.replace(new RegExp(`"${MARK}(-?\\d+)${MARK}"`, 'g'), '$1');
}
