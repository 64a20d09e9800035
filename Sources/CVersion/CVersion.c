#include "CVersion.h"

const char *furlong_commit(void) { return FURLONG_COMMIT; }
