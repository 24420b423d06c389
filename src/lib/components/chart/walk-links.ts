import { walkedTo } from '#lib/views/walk-points.ts';

const LINK = 'a[href]';
const ACROSS: readonly string[] = ['ArrowLeft', 'ArrowRight'];

/** To be attached to a list: the arrow keys up and down, Home and End lead from the link of one item to that of another. */
export function walkLinks(list: HTMLElement): () => void {
	const walk = (event: KeyboardEvent): void => {
		const links = [...list.children].flatMap((item) => item.querySelector<HTMLElement>(LINK) ?? []);
		const at = links.findIndex((link) => link === event.target);
		if (at === -1 || isModified(event) || ACROSS.includes(event.key)) return;
		const place = walkedTo(event.key, { at, start: at, count: links.length });
		if (place === undefined) return;
		event.preventDefault();
		links[place]?.focus();
	};
	list.addEventListener('keydown', walk);
	return () => list.removeEventListener('keydown', walk);
}

/** To be attached to a table: the arrow keys lead from the link of one cell to that of its neighbour, Home and End along the row. */
export function walkCells(table: HTMLTableElement): () => void {
	const walk = (event: KeyboardEvent): void => {
		const cell = event.target instanceof HTMLElement && event.target.closest('td, th');
		const row = cell && cell.closest('tr');
		if (!row || isModified(event)) return;
		const isAcross = event.key !== 'ArrowUp' && event.key !== 'ArrowDown';
		const line = isAcross
			? [...row.cells]
			: [...table.rows].map(({ cells }) => cells[(cell as HTMLTableCellElement).cellIndex]);
		const links = line.flatMap((each) => each?.querySelector<HTMLElement>(LINK) ?? []);
		const at = links.findIndex((link) => link === event.target);
		const place = walkedTo(event.key, { at, start: at, count: links.length });
		if (place === undefined) return;
		event.preventDefault();
		links[place]?.focus();
	};
	table.addEventListener('keydown', walk);
	return () => table.removeEventListener('keydown', walk);
}

function isModified({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
	return ctrlKey || metaKey || altKey || shiftKey;
}
