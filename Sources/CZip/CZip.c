#include "CZip.h"

#include <stdlib.h>
#include <zip.h>

// Bytes that are asked for, as a source of libzip.
typedef struct {
  void *context;
  uint64_t size;
  uint64_t place;
  furlong_zip_bytes give;
  zip_error_t error;
} given_bytes;

static zip_int64_t read_given(given_bytes *given, unsigned char *bytes, zip_uint64_t most) {
  int64_t count = given->give(given->context, given->place, bytes, (size_t)most);
  if (count < 0) zip_error_set(&given->error, ZIP_ER_READ, 0);
  if (count > 0) given->place += (uint64_t)count;
  return count;
}

static zip_int64_t seek_given(given_bytes *given, void *asked, zip_uint64_t length) {
  zip_int64_t place = zip_source_seek_compute_offset(given->place, given->size, asked, length, &given->error);
  if (place < 0) return -1;
  given->place = (uint64_t)place;
  return 0;
}

static zip_int64_t on_given(void *context, void *data, zip_uint64_t length, zip_source_cmd_t command) {
  given_bytes *given = context;
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
    case ZIP_SOURCE_OPEN: given->place = 0; return 0;
    case ZIP_SOURCE_READ: return read_given(given, data, length);
    case ZIP_SOURCE_SEEK: return seek_given(given, data, length);
    case ZIP_SOURCE_TELL: return (zip_int64_t)given->place;
    case ZIP_SOURCE_STAT: {
      zip_stat_t *stat = data;
      zip_stat_init(stat);
      stat->size = given->size;
      stat->valid = ZIP_STAT_SIZE;
      return sizeof *stat;
    }
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&given->error, data, length);
    case ZIP_SOURCE_CLOSE: return 0;
    case ZIP_SOURCE_FREE: free(given); return 0;
    default: zip_error_set(&given->error, ZIP_ER_OPNOTSUPP, 0); return -1;
  }
}

furlong_zip *furlong_zip_open(void *context, uint64_t size, furlong_zip_bytes give) {
  given_bytes *given = calloc(1, sizeof *given);
  if (!given) return NULL;
  *given = (given_bytes){.context = context, .size = size, .give = give};
  zip_error_init(&given->error);
  zip_source_t *source = zip_source_function_create(on_given, given, NULL);
  if (!source) {
    free(given);
    return NULL;
  }
  zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, NULL);
  if (!archive) zip_source_free(source);
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
