// lib/gridNumber.js – what people call a duty grid by: at least two digits.

/** @param {number | string | undefined} number */
export const gridNumber = number => (number === undefined || number === null || number === '' ? '' : String(number).padStart(2, '0'))

/** The number of a case's duty grid, from its number or its code. */
export const gridNumberOf = ({ dutyGridNumber, dutyGridCode }) => gridNumber(dutyGridNumber ?? dutyGridCode?.split('G').pop())
