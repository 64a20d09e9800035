#ifndef FURLONG_CVERSION_H
#define FURLONG_CVERSION_H

/// The commit that Furlong was built from, as `git describe --always --dirty` says it; empty where `make` did not build it.
const char *furlong_commit(void);

#endif
