import { safeFileName } from '#lib/export/file-name.ts';

const HANDED_OVER = 'thuocdo.handed-over';

/** Hands the reader a file under that name, as far as every system takes it, as a download. */
export function handOver(name: string, content: Blob): void {
	const address = URL.createObjectURL(content);
	const link = document.createElement('a');
	const dot = name.lastIndexOf('.');
	link.href = address;
	link.download = safeFileName(name.slice(0, dot), name.slice(dot + 1));
	link.click();
	URL.revokeObjectURL(address);
	window.dispatchEvent(new CustomEvent(HANDED_OVER, { detail: link.download }));
}

/** Calls back with the name of every file that is handed over from now on. */
export function onHandedOver(tell: (name: string) => void): void {
	window.addEventListener(HANDED_OVER, (event) => {
		if (event instanceof CustomEvent) tell(String(event.detail));
	});
}
