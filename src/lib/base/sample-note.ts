/** The note of the sample's submissions, by which they are known; it stands wherever their figures are shown. */
export const SAMPLE_NOTE = 'SỐ LIỆU MINH HỌA';
