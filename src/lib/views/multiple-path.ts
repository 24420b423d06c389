import type { MultiplePoint } from './multiple.ts';

interface Box {
	width: number;
	height: number;
}

/** The line of a small trend as an SVG path, broken where a value is missing and where it must not be joined. */
export function multiplePath(points: readonly MultiplePoint[], box: Box): string {
	return points
		.map(({ x, y, isApart }, index) => {
			if (y === undefined) return '';
			const isStart = isApart || points[index - 1]?.y === undefined;
			return `${isStart ? 'M' : 'L'}${placeOf(x, y, box)}`;
		})
		.join('');
}

/** The leading target over the periods in which it holds, as steps; of a band both its ends. */
export function targetPath(points: readonly MultiplePoint[], box: Box): string {
	return edgePath(points, 0, box) + edgePath(points, 1, box);
}

function edgePath(points: readonly MultiplePoint[], edge: 0 | 1, box: Box): string {
	const half = 0.5 / points.length;
	return points
		.map(({ x, targets }, index) => {
			const at = targets[edge];
			if (at === undefined) return '';
			const before = points[index - 1]?.targets[edge];
			const start = before === at ? '' : `M${placeOf(x - half, at, box)}`;
			return `${start}L${placeOf(x + half, at, box)}`;
		})
		.join('');
}

function placeOf(x: number, y: number, { width, height }: Box): string {
	return `${(x * width).toFixed(1)} ${((1 - y) * height).toFixed(1)}`;
}
