#include "CLibcrypto.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

bool furlong_sha256(const unsigned char *message, size_t count, unsigned char *digest) {
  unsigned int length = 0;
  return EVP_Digest(message, count, digest, &length, EVP_sha256(), NULL) == 1 && length == 32;
}

void *furlong_sha256_begin(void) {
  EVP_MD_CTX *sum = EVP_MD_CTX_new();
  if (sum != NULL && EVP_DigestInit_ex(sum, EVP_sha256(), NULL) != 1) {
    EVP_MD_CTX_free(sum);
    return NULL;
  }
  return sum;
}

bool furlong_sha256_add(void *sum, const unsigned char *bytes, size_t count) {
  return sum != NULL && EVP_DigestUpdate(sum, bytes, count) == 1;
}

bool furlong_sha256_end(void *sum, unsigned char *digest) {
  unsigned int length = 0;
  bool is_whole = sum != NULL && digest != NULL && EVP_DigestFinal_ex(sum, digest, &length) == 1;
  EVP_MD_CTX_free(sum);
  return is_whole && length == 32;
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
