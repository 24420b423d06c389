/** One column of a table: texts, whole numbers (64-bit) or flags; `null` is an absent value. */
export type Column = (string | null)[] | (bigint | null)[] | (number | null)[] | (boolean | null)[];
