#include "CCbc.h"

#include <coin/Cbc_C_Interface.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// CBC keeps its parameters in variables of the whole program: two that solve at once would take each other's.
static pthread_mutex_t alone = PTHREAD_MUTEX_INITIALIZER;

static bool solve(int columns, int rows, const int *starts, const int *places,
                  const double *factors, const double *lower, const double *upper,
                  const double *costs, const double *low, const double *high, int nodes,
                  double *solution) {
  Cbc_Model *model = Cbc_newModel();
  if (model == NULL) return false;
  Cbc_loadProblem(model, columns, rows, starts, places, factors, lower, upper, costs, low, high);
  for (int column = 0; column < columns; column++) Cbc_setInteger(model, column);
  char most[16];
  snprintf(most, sizeof most, "%d", nodes);
  Cbc_setParameter(model, "log", "0");
  Cbc_setParameter(model, "maxNodes", most);
  Cbc_solve(model);
  const double *found = Cbc_bestSolution(model);
  if (found != NULL) memcpy(solution, found, (size_t)columns * sizeof(double));
  Cbc_deleteModel(model);
  return found != NULL;
}

bool furlong_solve(int columns, int rows, const int *starts, const int *places,
                   const double *factors, const double *lower, const double *upper,
                   const double *costs, const double *low, const double *high, int nodes,
                   double *solution) {
  pthread_mutex_lock(&alone);
  bool found = solve(columns, rows, starts, places, factors, lower, upper, costs, low, high, nodes,
                     solution);
  pthread_mutex_unlock(&alone);
  return found;
}
