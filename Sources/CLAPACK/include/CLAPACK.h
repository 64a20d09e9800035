#ifndef FURLONG_CLAPACK_H
#define FURLONG_CLAPACK_H

// The routines of LAPACK and BLAS that Furlong calls, as plain C. Matrices are given column by column.

#include <stdbool.h>

/// A P = Q R of an m × n matrix by Householder reflections, the longest rest of a column first (dgeqp3).
///
/// `a` becomes R above its diagonal and the reflections below, with min(m, n) `factors`; column j of A P is column
/// `places[j]` of A, counted from 0. False where there was no memory.
bool furlong_pivoted_qr(int m, int n, double *a, int *places, double *factors);

/// Multiplies `columns` vectors of m values, in place, by Qᵀ (or by Q) of `reflections` reflections (dormqr).
bool furlong_multiply_by_q(bool transposed, int m, int columns, int reflections, const double *a,
                           const double *factors, double *vectors);

/// Solves R x = b (or Rᵀ x = b) in place, R the upper triangle of order n at the head of columns of m values (dtrtrs).
/// False where R has a 0 on its diagonal.
bool furlong_solve_upper(bool transposed, int m, int n, const double *r, int right_sides, double *b);

/// 1 over the condition number of that triangle in the 1-norm (dtrcon), NaN where there was no memory.
double furlong_reciprocal_condition(int m, int n, const double *r);

/// The lower triangle of AᵀA for an m × n matrix, in n columns of n values (dsyrk).
void furlong_cross_product(int m, int n, const double *a, double *product);

#endif
