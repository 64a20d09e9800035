#include "CZip.h"

#include <stdlib.h>
#include <zip.h>

furlong_zip *furlong_zip_open(const unsigned char *bytes, size_t count) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, &error);
  zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
  if (source && !archive) zip_source_free(source);
  zip_error_fini(&error);
  return (furlong_zip *)archive;
}

void furlong_zip_close(furlong_zip *archive) { zip_discard((zip_t *)archive); }

int64_t furlong_zip_count(furlong_zip *archive) { return zip_get_num_entries((zip_t *)archive, 0); }

const char *furlong_zip_name(furlong_zip *archive, int64_t place) {
  return zip_get_name((zip_t *)archive, (zip_uint64_t)place, 0);
}

int64_t furlong_zip_size(furlong_zip *archive, int64_t place) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index((zip_t *)archive, (zip_uint64_t)place, 0, &stat) != 0) return -1;
  if (!(stat.valid & ZIP_STAT_SIZE) || stat.size > INT64_MAX) return -1;
  return (int64_t)stat.size;
}

bool furlong_zip_is_locked(furlong_zip *archive, int64_t place) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  return zip_stat_index((zip_t *)archive, (zip_uint64_t)place, 0, &stat) == 0 &&
         (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
}

furlong_zip_entry *furlong_zip_entry_open(furlong_zip *archive, int64_t place) {
  return (furlong_zip_entry *)zip_fopen_index((zip_t *)archive, (zip_uint64_t)place, 0);
}

int64_t furlong_zip_entry_read(furlong_zip_entry *entry, unsigned char *bytes, size_t most) {
  return zip_fread((zip_file_t *)entry, bytes, most);
}

void furlong_zip_entry_close(furlong_zip_entry *entry) { zip_fclose((zip_file_t *)entry); }

// All bytes of a source that an archive was written to; NULL where they cannot be had.
static unsigned char *bytes_of(zip_source_t *source, size_t *total) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)) return NULL;
  unsigned char *bytes = malloc(stat.size ? stat.size : 1);
  if (!bytes) return NULL;
  bool is_whole = zip_source_open(source) == 0;
  if (is_whole) {
    is_whole = zip_source_read(source, bytes, stat.size) == (zip_int64_t)stat.size;
    zip_source_close(source);
  }
  if (!is_whole) {
    free(bytes);
    return NULL;
  }
  *total = (size_t)stat.size;
  return bytes;
}

// 1 January 1980, the first day of a zip archive, as every entry's: the same entries give the same bytes.
static const zip_uint16_t first_day = 1 << 5 | 1;

unsigned char *furlong_zip_pack(const char *const *names, const unsigned char *const *bytes, const size_t *sizes,
                                size_t count, size_t *total) {
  zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
  if (!source) return NULL;
  zip_t *archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  if (!archive) {
    zip_source_free(source);
    return NULL;
  }
  zip_source_keep(source);
  bool is_good = true;
  for (size_t place = 0; is_good && place < count; place++) {
    zip_source_t *entry = zip_source_buffer(archive, bytes[place], sizes[place], 0);
    zip_int64_t index = entry ? zip_file_add(archive, names[place], entry, ZIP_FL_ENC_UTF_8) : -1;
    if (entry && index < 0) zip_source_free(entry);
    is_good = index >= 0 && zip_file_set_dostime(archive, (zip_uint64_t)index, 0, first_day, 0) == 0;
  }
  if (!is_good || zip_close(archive) != 0) {
    zip_discard(archive);
    is_good = false;
  }
  unsigned char *packed = is_good ? bytes_of(source, total) : NULL;
  zip_source_free(source);
  return packed;
}

void furlong_zip_free(unsigned char *bytes) { free(bytes); }
