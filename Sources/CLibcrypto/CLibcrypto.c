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

bool furlong_scrypt(const char *passphrase, size_t passphrase_count, const unsigned char *salt,
                    size_t salt_count, uint64_t n, uint64_t r, uint64_t p, uint64_t memory,
                    unsigned char *key, size_t key_count) {
  return EVP_PBE_scrypt(passphrase, passphrase_count, salt, salt_count, n, r, p, memory, key,
                        key_count) == 1;
}

enum { NONCE = 12, TAG = 16 };

bool furlong_aes256_gcm_seal(const unsigned char *key, const unsigned char *nonce,
                             const unsigned char *header, size_t header_count,
                             const unsigned char *plain, size_t count, unsigned char *sealed) {
  if (header_count > INT_MAX || count > INT_MAX) return false;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  int length = 0;
  bool done = context != NULL &&
              EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, NULL, NULL) == 1 &&
              EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_IVLEN, NONCE, NULL) == 1 &&
              EVP_EncryptInit_ex(context, NULL, NULL, key, nonce) == 1 &&
              EVP_EncryptUpdate(context, NULL, &length, header, (int)header_count) == 1 &&
              EVP_EncryptUpdate(context, sealed, &length, plain, (int)count) == 1 &&
              EVP_EncryptFinal_ex(context, sealed + length, &length) == 1 &&
              EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, TAG, sealed + count) == 1;
  EVP_CIPHER_CTX_free(context);
  return done;
}

bool furlong_aes256_gcm_open(const unsigned char *key, const unsigned char *nonce,
                             const unsigned char *header, size_t header_count,
                             const unsigned char *sealed, size_t count, unsigned char *plain) {
  if (header_count > INT_MAX || count > INT_MAX) return false;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  int length = 0;
  bool done = context != NULL &&
              EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, NULL, NULL) == 1 &&
              EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_IVLEN, NONCE, NULL) == 1 &&
              EVP_DecryptInit_ex(context, NULL, NULL, key, nonce) == 1 &&
              EVP_DecryptUpdate(context, NULL, &length, header, (int)header_count) == 1 &&
              EVP_DecryptUpdate(context, plain, &length, sealed, (int)count) == 1 &&
              EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, TAG, (void *)(sealed + count)) ==
                  1 &&
              EVP_DecryptFinal_ex(context, plain + length, &length) == 1;
  EVP_CIPHER_CTX_free(context);
  return done;
}

const char *furlong_libcrypto_reason(void) {
  return ERR_reason_error_string(ERR_peek_error());
}
