#ifndef FURLONG_CLIBCRYPTO_H
#define FURLONG_CLIBCRYPTO_H

// The routines of the system's libcrypto that Furlong calls, as plain C. Each fills in bytes and says
// whether it could.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/// A key of `key_count` bytes out of a passphrase, by scrypt (RFC 7914) with N = `n`, r and p, in at most `memory` bytes.
bool furlong_scrypt(const char *passphrase, size_t passphrase_count, const unsigned char *salt,
                    size_t salt_count, uint64_t n, uint64_t r, uint64_t p, uint64_t memory,
                    unsigned char *key, size_t key_count);

/// Encrypts `count` bytes by AES-256-GCM: as many to `sealed`, and 16 bytes more that vouch for them and for `header`.
bool furlong_aes256_gcm_seal(const unsigned char *key, const unsigned char *nonce,
                             const unsigned char *header, size_t header_count,
                             const unsigned char *plain, size_t count, unsigned char *sealed);

/// Decrypts what `furlong_aes256_gcm_seal` gave, `count` bytes beside the 16; false where key, nonce, header or any byte is
/// another.
bool furlong_aes256_gcm_open(const unsigned char *key, const unsigned char *nonce,
                             const unsigned char *header, size_t header_count,
                             const unsigned char *sealed, size_t count, unsigned char *plain);

/// Why the first routine that failed in this thread did, in libcrypto's words; NULL where it gives
/// none.
const char *furlong_libcrypto_reason(void);

#endif
