#include "CCbc.h"

#include <coin/Clp_C_Interface.h>
#include <stdlib.h>
#include <string.h>

// A status of Clp: a column at its lower end, and a row that is in the basis.
enum { basic = 1, at_lower = 3 };

struct furlong_linear {
  Clp_Simplex *model;
};

furlong_linear *furlong_linear_new(int columns, int rows, const int *starts, const int *places,
                                   const double *factors, const double *lower, const double *upper,
                                   const double *costs, const double *low, const double *high) {
  furlong_linear *linear = malloc(sizeof *linear);
  if (linear == NULL) return NULL;
  linear->model = Clp_newModel();
  if (linear->model == NULL) {
    free(linear);
    return NULL;
  }
  Clp_setLogLevel(linear->model, 0);
  Clp_loadProblem(linear->model, columns, rows, starts, places, factors, lower, upper, costs, low,
                  high);
  return linear;
}

void furlong_linear_delete(furlong_linear *linear) {
  Clp_deleteModel(linear->model);
  free(linear);
}

void furlong_linear_bound(furlong_linear *linear, int column, double lower, double upper) {
  Clp_columnLower(linear->model)[column] = lower;
  Clp_columnUpper(linear->model)[column] = upper;
}

void furlong_linear_bound_row(furlong_linear *linear, int row, double low, double high) {
  Clp_rowLower(linear->model)[row] = low;
  Clp_rowUpper(linear->model)[row] = high;
}

void furlong_linear_restart(furlong_linear *linear) {
  int columns = Clp_numberColumns(linear->model), rows = Clp_numberRows(linear->model);
  for (int column = 0; column < columns; column++)
    Clp_setColumnStatus(linear->model, column, at_lower);
  for (int row = 0; row < rows; row++) Clp_setRowStatus(linear->model, row, basic);
}

int furlong_linear_solve(furlong_linear *linear, double *solution) {
  Clp_dual(linear->model, 0);
  int status = Clp_status(linear->model);
  if (status == 1) return 1;
  if (status != 0) return 2;
  memcpy(solution, Clp_getColSolution(linear->model),
         (size_t)Clp_numberColumns(linear->model) * sizeof(double));
  return 0;
}
