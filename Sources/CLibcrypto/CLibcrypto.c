#include "CLibcrypto.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

bool furlong_sha256(const unsigned char *message, size_t count, unsigned char *digest) {
  unsigned int length = 0;
  return EVP_Digest(message, count, digest, &length, EVP_sha256(), NULL) == 1 && length == 32;
}

bool furlong_hmac_sha256(const unsigned char *key, size_t key_count, const unsigned char *message,
                         size_t count, unsigned char *code) {
  unsigned int length = 0;
  return key_count <= INT_MAX &&
         HMAC(EVP_sha256(), key, (int)key_count, message, count, code, &length) != NULL &&
         length == 32;
}

const char *furlong_libcrypto_reason(void) {
  return ERR_reason_error_string(ERR_peek_error());
}
