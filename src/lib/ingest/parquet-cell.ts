import type { ParquetParsers, SchemaElement } from 'hyparquet';
import { AppError } from '#lib/base/app-error.ts';
import type { Cell } from './grid.ts';

const PER_SECOND = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n };

/** How the Parquet reader writes days, times and JSON: as text, days as `2025-07-01`. */
export const parquetTexts: Partial<ParquetParsers> = {
	dateFromDays: (days) => isoText(BigInt(days) * 86_400_000n),
	timestampFromMilliseconds: (millis) => isoText(BigInt(millis)),
	timestampFromMicroseconds: (micros) => isoText(BigInt(micros) / 1_000n),
	timestampFromNanoseconds: (nanos) => isoText(BigInt(nanos) / 1_000_000n),
	jsonFromBytes: (bytes) => new TextDecoder().decode(bytes)
};

/** One value of the column as a cell; throws AppError `file.parquet-type` for bytes that are no text. */
export function parquetCell(value: unknown, column: SchemaElement): Cell {
	if (value === null || value === undefined || value === '') return null;
	const decimals = decimalsOf(column);
	if (decimals !== undefined) return decimalCell(unscaled(value), decimals);
	const unit = timeUnitOf(column);
	if (unit) return timeText(BigInt(value as number | bigint), PER_SECOND[unit]);
	if (typeof value === 'string') return value.normalize('NFC');
	if (typeof value === 'bigint') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
	if (typeof value === 'boolean') return String(value);
	if (value instanceof Uint8Array) return bytesText(value, column);
	throw new AppError('file.parquet-type', { column: column.name });
}

function decimalsOf({
	converted_type,
	logical_type,
	scale = 0
}: SchemaElement): number | undefined {
	if (logical_type?.type === 'DECIMAL') return logical_type.scale;
	return converted_type === 'DECIMAL' ? scale : undefined;
}

function unscaled(value: unknown): bigint {
	if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
	const digits = Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return BigInt.asIntN(value.length * 8, BigInt(`0x${digits || '0'}`));
}

/** A whole decimal as a whole number; another as a number where that prints the same digits, else as text. */
function decimalCell(value: bigint, decimals: number): Cell {
	const unit = 10n ** BigInt(decimals);
	if (value % unit === 0n) return value / unit;
	const digits = String(value < 0n ? -value : value).padStart(decimals + 1, '0');
	const fraction = digits.slice(-decimals).replace(/0+$/, '');
	const text = `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${fraction}`;
	return String(Number(text)) === text ? Number(text) : text;
}

function timeUnitOf({ converted_type, logical_type }: SchemaElement) {
	if (logical_type?.type === 'TIME') return logical_type.unit;
	if (converted_type === 'TIME_MILLIS') return 'MILLIS';
	return converted_type === 'TIME_MICROS' ? 'MICROS' : undefined;
}

function timeText(value: bigint, perSecond: bigint): string {
	return new Date(Number((value * 1_000n) / perSecond)).toISOString().slice(11, 19);
}

/** A moment in UTC; the day alone where it is midnight. */
function isoText(millis: bigint): string {
	const text = new Date(Number(millis)).toISOString();
	return text.replace(/\.000Z$/, 'Z').replace(/T00:00:00Z$/, '');
}

function bytesText(bytes: Uint8Array, column: SchemaElement): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC') || null;
	} catch (cause) {
		if (cause instanceof TypeError)
			throw new AppError('file.parquet-type', { column: column.name });
		throw cause;
	}
}
