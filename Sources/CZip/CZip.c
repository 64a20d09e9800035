#include "CZip.h"

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
