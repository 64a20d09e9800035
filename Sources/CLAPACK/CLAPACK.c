#include "CLAPACK.h"

#include <math.h>
#include <stdlib.h>

// As gfortran passes them: everything by reference, and the lengths of texts at the end.
extern void dgeqp3_(const int *m, const int *n, double *a, const int *lda, int *jpvt, double *tau, double *work,
                    const int *lwork, int *info);
extern void dormqr_(const char *side, const char *trans, const int *m, const int *n, const int *k, const double *a,
                    const int *lda, const double *tau, double *c, const int *ldc, double *work, const int *lwork,
                    int *info, size_t, size_t);
extern void dtrtrs_(const char *uplo, const char *trans, const char *diag, const int *n, const int *nrhs,
                    const double *a, const int *lda, double *b, const int *ldb, int *info, size_t, size_t, size_t);
extern void dtrcon_(const char *norm, const char *uplo, const char *diag, const int *n, const double *a,
                    const int *lda, double *rcond, double *work, int *iwork, int *info, size_t, size_t, size_t);
extern void dsyrk_(const char *uplo, const char *trans, const int *n, const int *k, const double *alpha,
                   const double *a, const int *lda, const double *beta, double *c, const int *ldc, size_t, size_t);

bool furlong_pivoted_qr(int m, int n, double *a, int *places, double *factors) {
  for (int column = 0; column < n; column++) places[column] = 0;  // Every column may be moved.
  double wanted;
  int info, size = -1;
  dgeqp3_(&m, &n, a, &m, places, factors, &wanted, &size, &info);
  size = (int)wanted;
  double *work = malloc((size_t)size * sizeof(double));
  if (work == NULL) return false;
  dgeqp3_(&m, &n, a, &m, places, factors, work, &size, &info);
  free(work);
  for (int column = 0; column < n; column++) places[column] -= 1;
  return info == 0;
}

bool furlong_multiply_by_q(bool transposed, int m, int columns, int reflections, const double *a,
                           const double *factors, double *vectors) {
  const char *trans = transposed ? "T" : "N";
  double wanted;
  int info, size = -1;
  dormqr_("L", trans, &m, &columns, &reflections, a, &m, factors, vectors, &m, &wanted, &size, &info, 1, 1);
  size = (int)wanted;
  double *work = malloc((size_t)size * sizeof(double));
  if (work == NULL) return false;
  dormqr_("L", trans, &m, &columns, &reflections, a, &m, factors, vectors, &m, work, &size, &info, 1, 1);
  free(work);
  return info == 0;
}

bool furlong_solve_upper(bool transposed, int m, int n, const double *r, int right_sides, double *b) {
  int info;
  dtrtrs_("U", transposed ? "T" : "N", "N", &n, &right_sides, r, &m, b, &n, &info, 1, 1, 1);
  return info == 0;
}

double furlong_reciprocal_condition(int m, int n, const double *r) {
  double *work = malloc(3 * (size_t)n * sizeof(double));
  int *places = malloc((size_t)n * sizeof(int));
  double reciprocal = NAN;
  int info = -1;
  if (work != NULL && places != NULL)
    dtrcon_("1", "U", "N", &n, r, &m, &reciprocal, work, places, &info, 1, 1, 1);
  free(work);
  free(places);
  return info == 0 ? reciprocal : NAN;
}

void furlong_cross_product(int m, int n, const double *a, double *product) {
  const double one = 1, zero = 0;
  dsyrk_("L", "T", &n, &m, &one, a, &m, &zero, product, &n, 1, 1);
}
