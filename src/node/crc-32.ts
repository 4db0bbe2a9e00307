// Checksums of bytes that are put together from parts whose checksums are known (CRC-32 as in gzip, RFC 1952, 8).

/** x^32 + x^26 + … + 1 with its bits reflected. */
const polynomial = 0xedb88320;
const one = 0x80000000;

/** Product of two polynomials modulo the checksum's, each with its bits reflected. */
export const times = (a: number, b: number): number => {
  let product = 0;
  let factor = b;
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) product ^= factor;
    factor = (factor & 1) === 0 ? factor >>> 1 : (factor >>> 1) ^ polynomial;
  }
  return product >>> 0;
};

/** What a checksum is multiplied by when so many bytes follow: x to the power of eight times their number. */
export const shiftBy = (bytes: number): number => {
  let shift = one;
  let power = 0x00800000;
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) shift = times(shift, power);
    power = times(power, power);
  }
  return shift;
};
