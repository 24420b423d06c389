/** A point of a drawing. */
export interface Point {
	x: number;
	y: number;
}

/** A half ring, open at the bottom: its centre and the radius of its middle line. */
export interface HalfRing {
	centre: Point;
	radius: number;
}

/** The point of a half ring at a share of its length, 0 at its left end; `outward` is the distance from its middle line. */
export function pointAt({ centre, radius }: HalfRing, share: number, outward = 0): Point {
	const angle = Math.PI * (1 - Math.min(1, Math.max(0, share)));
	return {
		x: round(centre.x + (radius + outward) * Math.cos(angle)),
		y: round(centre.y - (radius + outward) * Math.sin(angle))
	};
}

/** The SVG path along a half ring from one share of its length to another; empty where they are the same. */
export function arcPath(ring: HalfRing, from: number, to: number): string {
	const [start, end] = [pointAt(ring, from), pointAt(ring, to)];
	if (start.x === end.x && start.y === end.y) return '';
	return `M${start.x} ${start.y}A${ring.radius} ${ring.radius} 0 0 1 ${end.x} ${end.y}`;
}

function round(length: number): number {
	return Math.round(length * 100) / 100;
}
