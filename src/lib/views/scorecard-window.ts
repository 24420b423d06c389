/** A long line of parts of one size, and the frame through which it is seen; lengths in pixels. */
export interface PartsFrame {
	count: number;
	size: number;
	scrolled: number;
	/** How much of the frame is free for them: without what is frozen at its edge. */
	room: number;
	/** So many more are kept before and after. */
	overscan: number;
	/** One that is kept wherever the frame is, so that it does not lose the focus. */
	kept?: number;
}

/** The places of the parts in sight and some around them, and of the one to be kept, in their order. */
export function placesInSight({
	count,
	size,
	scrolled,
	room,
	overscan,
	kept
}: PartsFrame): number[] {
	const first = Math.max(0, Math.floor(scrolled / size) - overscan);
	const end = Math.min(count, Math.max(0, Math.ceil((scrolled + room) / size) + overscan));
	const places = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
	if (kept === undefined || kept < 0 || kept >= count) return places;
	if (kept < first) return [kept, ...places];
	return kept >= end ? [...places, kept] : places;
}

/** How far to scroll so that a part lies within the frame; where it already does, where it is scrolled to. */
export function scrollToPart(
	part: number,
	{ size, scrolled, room }: Pick<PartsFrame, 'size' | 'scrolled' | 'room'>
): number {
	const [start, end] = [part * size, (part + 1) * size];
	if (start < scrolled) return start;
	return end > scrolled + room ? end - room : scrolled;
}
