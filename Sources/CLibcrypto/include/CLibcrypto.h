#ifndef FURLONG_CLIBCRYPTO_H
#define FURLONG_CLIBCRYPTO_H

// The routines of the system's libcrypto that Furlong calls, as plain C. Each fills in 32 bytes and
// says whether it could; FurlongDigests stops where it could not.

#include <stdbool.h>
#include <stddef.h>

/// The SHA-256 digest of `count` bytes.
bool furlong_sha256(const unsigned char *message, size_t count, unsigned char *digest);

/// Begins a SHA-256 sum; NULL where that fails.
void *furlong_sha256_begin(void);

/// Adds bytes to a sum.
bool furlong_sha256_add(void *sum, const unsigned char *bytes, size_t count);

/// Ends a sum, frees it, and fills in its digest where one is asked for.
bool furlong_sha256_end(void *sum, unsigned char *digest);

/// The HMAC-SHA-256 code of `count` bytes under a key.
bool furlong_hmac_sha256(const unsigned char *key, size_t key_count, const unsigned char *message,
                         size_t count, unsigned char *code);

/// Why the first routine that failed in this thread did, in libcrypto's words; NULL where it gives
/// none.
const char *furlong_libcrypto_reason(void);

#endif
