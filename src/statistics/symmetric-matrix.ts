// Small symmetric matrices: eigenvalues, generalised inverse, quadratic forms.

/** Rows of a square matrix. */
export type Matrix = readonly (readonly number[])[];

/** Eigenvalues with their unit eigenvectors (`vectors[k]` belongs to `values[k]`), in no particular order. */
export type Eigen = { values: number[]; vectors: number[][] };

const MOST_SWEEPS = 100;

/**
 * Eigen-decomposition of a symmetric matrix by cyclic Jacobi rotations.
 * Source: Golub & Van Loan, Matrix Computations, section 8.5. R: eigen(m, symmetric = TRUE).
 *
 * @param matrix symmetric, finite entries; at most a few dozen rows
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let offDiagonal = 0;
    let diagonal = 0;
    for (let i = 0; i < size; i++) {
      diagonal += a[i]![i]! ** 2;
      for (let j = i + 1; j < size; j++) offDiagonal += a[i]![j]! ** 2;
    }
    if (offDiagonal <= 1e-34 * diagonal || offDiagonal === 0) break;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
    }
  }
  return {
    values: a.map((row, i) => row[i]!),
    vectors: a.map((_, k) => v.map((row) => row[k]!)),
  };
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) {
    const [kp, kq] = [row[p]!, row[q]!];
    row[p] = c * kp - s * kq;
    row[q] = s * kp + c * kq;
  }
  const [rowP, rowQ] = [a[p]!, a[q]!];
  for (let k = 0; k < a.length; k++) {
    const [pk, qk] = [rowP[k]!, rowQ[k]!];
    rowP[k] = c * pk - s * qk;
    rowQ[k] = s * pk + c * qk;
  }
  for (const row of v) {
    const [kp, kq] = [row[p]!, row[q]!];
    row[p] = c * kp - s * kq;
    row[q] = s * kp + c * kq;
  }
}

/**
 * Generalised (Moore–Penrose) inverse of a symmetric matrix, and its rank.
 *
 * @param tolerance eigenvalues whose size is at most this share of the largest count as 0
 */
export function generalisedInverse(matrix: Matrix, tolerance = 1e-9): { inverse: number[][]; rank: number } {
  const { values, vectors } = symmetricEigen(matrix);
  const largest = Math.max(0, ...values.map(Math.abs));
  const kept = values.map((value) => Math.abs(value) > tolerance * largest);
  const inverse = matrix.map((_, i) =>
    matrix.map((__, j) =>
      values.reduce(
        (sum, value, k) => (kept[k] ? sum + (vectors[k]![i]! * vectors[k]![j]!) / value : sum),
        0,
      ),
    ),
  );
  return { inverse, rank: kept.filter(Boolean).length };
}

/** Product of two matrices. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = b[0]?.length ?? 0;
  return a.map((row) =>
    Array.from({ length: columns }, (_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)),
  );
}

/** Rows and columns exchanged. */
export function transpose(a: Matrix): number[][] {
  return (a[0] ?? []).map((_, j) => a.map((row) => row[j]!));
}

/** x'Mx. */
export function quadraticForm(vector: readonly number[], matrix: Matrix): number {
  return vector.reduce(
    (sum, value, i) => sum + value * matrix[i]!.reduce((inner, entry, j) => inner + entry * vector[j]!, 0),
    0,
  );
}

/**
 * Solves A X = B by elimination with row exchange.
 *
 * @param tolerance a pivot at most this share of the largest entry of A makes A singular
 * @returns X, or null if A is singular
 */
export function solveLinear(a: Matrix, b: Matrix, tolerance = 1e-13): number[][] | null {
  const size = a.length;
  const rows = a.map((row, i) => [...row, ...b[i]!]);
  const largest = Math.max(0, ...a.flat().map(Math.abs));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    if (!(Math.abs(rows[pivot]![column]!) > tolerance * largest)) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const lead = rows[column]!;
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = rows[i]![column]! / lead[column]!;
      if (factor === 0) continue;
      for (let j = column; j < lead.length; j++) rows[i]![j]! -= factor * lead[j]!;
    }
  }
  return rows.map((row, i) => row.slice(size).map((value) => value / row[i]!));
}
