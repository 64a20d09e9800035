#ifndef FURLONG_CCBC_H
#define FURLONG_CCBC_H

// The one routine of COIN-OR's branch-and-cut solver that Furlong calls, as plain C.

#include <stdbool.h>

/// Whole x with `lower ≤ x ≤ upper` and `low ≤ A x ≤ high`: the cheapest, or `any`. The matrix is given by columns: of
/// column c the entries from `starts[c]` up to `starts[c + 1]`.
///
/// Fills in `solution`, to the solver's tolerance; false where there is none, or none was found in so many nodes.
bool furlong_solve(int columns, int rows, const int *starts, const int *places,
                   const double *factors, const double *lower, const double *upper,
                   const double *costs, const double *low, const double *high, int nodes, bool any,
                   double *solution);

#endif
