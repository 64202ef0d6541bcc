//! Truncated singular value decomposition of a sparse matrix, by randomized subspace iteration.

use rayon::prelude::*;

/// Rounds of iteration. Each brings the space nearer to the best one.
const ROUNDS: usize = 4;

/// Rows of (column, value), and the same by columns.
pub(super) struct Matrix {
    rows: Vec<Vec<(usize, f32)>>,
    columns: Vec<Vec<(usize, f32)>>,
}

/// Rows of as many numbers each.
pub(super) struct Dense {
    pub(super) width: usize,
    pub(super) values: Vec<f32>,
}

impl Matrix {
    /// The matrix of `rows`, each scaled to length 1.
    pub(super) fn of(mut rows: Vec<Vec<(usize, f32)>>, width: usize) -> Self {
        let mut columns = vec![Vec::new(); width];
        for (place, row) in rows.iter_mut().enumerate() {
            let length = row.iter().map(|cell| cell.1 * cell.1).sum::<f32>().sqrt();
            for (column, value) in row {
                *value /= length.max(f32::MIN_POSITIVE);
                columns[*column].push((place, *value));
            }
        }
        Self { rows, columns }
    }

    /// The rows in the space of the greatest singular values, by randomized subspace
    /// iteration (Halko, Martinsson, Tropp: *Finding structure with randomness*, SIAM
    /// Review 2011, algorithm 4.4). Lengths and angles are those of the space; its axes
    /// are any. The same matrix gives the same numbers.
    pub(super) fn project(&self, dimensions: usize) -> Dense {
        let width = dimensions.min(self.rows.len()).min(self.columns.len());
        let mut basis = Dense::scattered(self.columns.len(), width);
        basis.orthonormalize();
        for _ in 0..ROUNDS {
            let mut image = times(&self.rows, &basis);
            image.orthonormalize();
            basis = times(&self.columns, &image);
            basis.orthonormalize();
        }
        times(&self.rows, &basis)
    }
}

/// The product of a sparse matrix and a dense one.
fn times(sparse: &[Vec<(usize, f32)>], dense: &Dense) -> Dense {
    let width = dense.width;
    let mut values = vec![0.0; sparse.len() * width];
    values
        .par_chunks_mut(width.max(1))
        .zip(sparse)
        .for_each(|(sum, row)| {
            for &(column, weight) in row {
                for (sum, value) in sum.iter_mut().zip(dense.row(column)) {
                    *sum += weight * value;
                }
            }
        });
    Dense { width, values }
}

impl Dense {
    pub(super) fn row(&self, place: usize) -> &[f32] {
        &self.values[place * self.width..][..self.width]
    }

    /// Numbers between -1 and 1 in no order, but always the same (Marsaglia: *Xorshift
    /// RNGs*, Journal of Statistical Software 2003).
    fn scattered(height: usize, width: usize) -> Self {
        let mut state = 2_463_534_242_u32;
        let next = move || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            (state >> 8) as f32 / (1 << 23) as f32 - 1.0
        };
        Self {
            width,
            values: std::iter::repeat_with(next).take(height * width).collect(),
        }
    }

    /// Makes the columns unit vectors at right angles that span the same space: QR by
    /// Cholesky's decomposition (Golub, Van Loan: *Matrix computations*, section 5.2).
    fn orthonormalize(&mut self) {
        let width = self.width;
        let mut products = vec![0.0f64; width * width];
        products
            .par_chunks_mut(width.max(1))
            .enumerate()
            .for_each(|(i, products)| {
                for row in self.values.chunks_exact(width) {
                    let one = f64::from(row[i]);
                    for (sum, value) in products[..=i].iter_mut().zip(row) {
                        *sum += one * f64::from(*value);
                    }
                }
            });
        // Directions that nothing has get a length too, too small to be seen.
        let trace: f64 = (0..width).map(|i| products[i * width + i]).sum();
        let least = (trace * 1e-12).max(f64::MIN_POSITIVE);
        for i in 0..width {
            for j in 0..=i {
                let known: f64 = (0..j)
                    .map(|k| products[i * width + k] * products[j * width + k])
                    .sum();
                let rest = products[i * width + j] - known;
                products[i * width + j] = if i == j {
                    rest.max(least).sqrt()
                } else {
                    rest / products[j * width + j]
                };
            }
        }
        self.values.par_chunks_mut(width.max(1)).for_each(|row| {
            for i in 0..width {
                let known: f64 = (0..i)
                    .map(|k| products[i * width + k] * f64::from(row[k]))
                    .sum();
                row[i] = ((f64::from(row[i]) - known) / products[i * width + i]) as f32;
            }
        });
    }
}
