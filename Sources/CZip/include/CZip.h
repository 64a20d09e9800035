#ifndef FURLONG_CZIP_H
#define FURLONG_CZIP_H

// The routines of libzip that Furlong calls, as plain C: a zip archive is listed and its entries are read, never extracted,
// from bytes that are asked for as they are needed; and entries are packed into a new one. What a routine cannot do it says; FurlongArchives makes errors of it.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct furlong_zip furlong_zip;
typedef struct furlong_zip_entry furlong_zip_entry;

/// Gives bytes of an archive from a place on: how many; 0 behind its end, −1 where they cannot be read.
typedef int64_t (*furlong_zip_bytes)(void *context, uint64_t place, unsigned char *bytes, size_t most);

/// Opens an archive of which `give` gives the bytes; `context` must outlive it. NULL where the bytes are none.
furlong_zip *furlong_zip_open(void *context, uint64_t size, furlong_zip_bytes give);

/// Closes an archive.
void furlong_zip_close(furlong_zip *archive);

/// How many entries it has.
int64_t furlong_zip_count(furlong_zip *archive);

/// The name of an entry as it stands in the archive; NULL where it has none.
const char *furlong_zip_name(furlong_zip *archive, int64_t place);

/// How many bytes an entry says that it has unpacked; −1 where it does not say.
int64_t furlong_zip_size(furlong_zip *archive, int64_t place);

/// Whether an entry is locked by a password.
bool furlong_zip_is_locked(furlong_zip *archive, int64_t place);

/// Opens an entry; NULL where it cannot be read.
furlong_zip_entry *furlong_zip_entry_open(furlong_zip *archive, int64_t place);

/// Reads the next bytes of an entry: how many; 0 at its end, −1 where it is damaged.
int64_t furlong_zip_entry_read(furlong_zip_entry *entry, unsigned char *bytes, size_t most);

/// Closes an entry.
void furlong_zip_entry_close(furlong_zip_entry *entry);

/// Packs entries into a new archive, each dated 1 January 1980: its bytes, for `furlong_zip_free`; NULL where that fails.
unsigned char *furlong_zip_pack(const char *const *names, const unsigned char *const *bytes, const size_t *sizes,
                                size_t count, size_t *total);

/// Frees the bytes of a packed archive.
void furlong_zip_free(unsigned char *bytes);

#endif
