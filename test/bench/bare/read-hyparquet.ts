import { parquetMetadata, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

addEventListener('message', ({ data }: MessageEvent<File>) => void read(data));

async function read(file: File): Promise<void> {
	const begin = performance.now();
	const bytes = await file.arrayBuffer();
	const metadata = parquetMetadata(bytes);
	const rows = Number(metadata.num_rows);
	for (const { name } of metadata.schema.slice(1)) {
		const known = new Map<unknown, number>();
		const codes = new Int32Array(rows);
		const figures = new Float64Array(rows);
		await parquetRead({
			...{ file: bytes, metadata, compressors, columns: [name] },
			onChunk: ({ columnData, rowStart }) => {
				for (let at = 0; at < columnData.length; at++) {
					const cell: unknown = columnData[at];
					if (typeof cell === 'string') {
						const code = known.get(cell) ?? known.size;
						known.set(cell, code);
						codes[rowStart + at] = code;
					} else figures[rowStart + at] = Number(cell);
				}
			}
		});
	}
	postMessage({ time: performance.now() - begin, rows });
}
