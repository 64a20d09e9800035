#ifndef FURLONG_CCBC_H
#define FURLONG_CCBC_H

// What Furlong calls of COIN-OR's branch-and-cut solver CBC and of the linear solver in it, Clp, as plain C.

#include <stdbool.h>

/// Whole x with `lower ≤ x ≤ upper` and `low ≤ A x ≤ high`: the cheapest. The matrix is given by columns: of column
/// c the entries from `starts[c]` up to `starts[c + 1]`.
///
/// Fills in `solution`, to the solver's tolerance; false where there is none, or none was found in so many nodes.
bool furlong_solve(int columns, int rows, const int *starts, const int *places,
                   const double *factors, const double *lower, const double *upper,
                   const double *costs, const double *low, const double *high, int nodes,
                   double *solution);

/// A linear program that is solved again and again within other bounds.
typedef struct furlong_linear furlong_linear;

/// The program of `furlong_solve`, of which x need not be whole; NULL where there is no memory.
furlong_linear *furlong_linear_new(int columns, int rows, const int *starts, const int *places,
                                   const double *factors, const double *lower, const double *upper,
                                   const double *costs, const double *low, const double *high);
void furlong_linear_delete(furlong_linear *linear);

/// Sets the ends of a column.
void furlong_linear_bound(furlong_linear *linear, int column, double lower, double upper);

/// Sets the ends of a row.
void furlong_linear_bound_row(furlong_linear *linear, int row, double low, double high);

/// The next search starts from all columns at their lower ends, not from where the last one ended.
void furlong_linear_restart(furlong_linear *linear);

/// 0 where the cheapest x was found, and filled in; 1 where there is none; 2 where the solver did not settle it.
int furlong_linear_solve(furlong_linear *linear, double *solution);

#endif
