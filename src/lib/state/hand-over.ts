import { safeFileName } from '#lib/export/file-name.ts';

/** Hands the reader a file under that name, as far as every system takes it, as a download. */
export function handOver(name: string, content: Blob): void {
	const address = URL.createObjectURL(content);
	const link = document.createElement('a');
	const dot = name.lastIndexOf('.');
	link.href = address;
	link.download = safeFileName(name.slice(0, dot), name.slice(dot + 1));
	link.click();
	URL.revokeObjectURL(address);
}
