#include "CReadStat.h"

#include <readstat.h>
#include <string.h>

// What a reading goes over, and who hears it.
typedef struct {
  const unsigned char *bytes;
  size_t count;
  size_t place;
  const furlong_sav_listener *listener;
  void *context;
} reading;

static int open_bytes(const char *path, void *io) { return 0; }

static int close_bytes(void *io) { return 0; }

static readstat_off_t seek_bytes(readstat_off_t offset, readstat_io_flags_t whence, void *io) {
  reading *from = io;
  int64_t start = whence == READSTAT_SEEK_SET   ? 0
                  : whence == READSTAT_SEEK_CUR ? (int64_t)from->place
                                                : (int64_t)from->count;
  int64_t place;
  if (__builtin_add_overflow(start, (int64_t)offset, &place)) return -1;
  if (place < 0 || place > (int64_t)from->count) return -1;
  from->place = (size_t)place;
  return (readstat_off_t)place;
}

static ssize_t read_bytes(void *into, size_t most, void *io) {
  reading *from = io;
  size_t left = from->count - from->place;
  size_t taken = most < left ? most : left;
  if (taken > 0) memcpy(into, from->bytes + from->place, taken);
  from->place += taken;
  return (ssize_t)taken;
}

static readstat_error_t say_nothing(long size, readstat_progress_handler handler, void *user, void *io) {
  return READSTAT_OK;
}

static int go_on(bool wanted) { return wanted ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT; }

static int hear_variable(int index, readstat_variable_t *variable, const char *labels, void *context) {
  reading *to = context;
  bool is_text = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
  if (!to->listener->variable(to->context, index, readstat_variable_get_name(variable),
                              readstat_variable_get_label(variable),
                              readstat_variable_get_format(variable), labels, is_text))
    return READSTAT_HANDLER_ABORT;
  int ranges = readstat_variable_get_missing_ranges_count(variable);
  for (int range = 0; range < ranges; range++) {
    readstat_value_t low = readstat_variable_get_missing_range_lo(variable, range);
    readstat_value_t high = readstat_variable_get_missing_range_hi(variable, range);
    const char *text = is_text ? readstat_string_value(low) : NULL;
    if (is_text && !text) continue;
    if (!to->listener->missing(to->context, index, is_text ? 0 : readstat_double_value(low),
                               is_text ? 0 : readstat_double_value(high), text))
      return READSTAT_HANDLER_ABORT;
  }
  return READSTAT_HANDLER_OK;
}

static int hear_label(const char *labels, readstat_value_t value, const char *label, void *context) {
  reading *to = context;
  bool is_text = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING;
  const char *text = is_text ? readstat_string_value(value) : NULL;
  if (!labels || !label || (is_text && !text)) return READSTAT_HANDLER_OK;
  return go_on(to->listener->label(to->context, labels, is_text ? 0 : readstat_double_value(value), text,
                                   label));
}

static int hear_value(int row, readstat_variable_t *variable, readstat_value_t value, void *context) {
  reading *to = context;
  int column = readstat_variable_get_index(variable);
  if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
    const char *text = readstat_string_value(value);
    return go_on(to->listener->text(to->context, row, column, text ? text : ""));
  }
  return go_on(to->listener->number(to->context, row, column, readstat_double_value(value),
                                    readstat_value_is_system_missing(value)));
}

furlong_sav_outcome furlong_sav_read(const unsigned char *bytes, size_t count,
                                     const furlong_sav_listener *listener, void *context) {
  reading whole = {bytes, count, 0, listener, context};
  readstat_parser_t *parser = readstat_parser_init();
  if (!parser) return FURLONG_SAV_BROKEN;
  readstat_set_open_handler(parser, open_bytes);
  readstat_set_close_handler(parser, close_bytes);
  readstat_set_seek_handler(parser, seek_bytes);
  readstat_set_read_handler(parser, read_bytes);
  readstat_set_update_handler(parser, say_nothing);
  readstat_set_io_ctx(parser, &whole);
  readstat_set_variable_handler(parser, hear_variable);
  readstat_set_value_label_handler(parser, hear_label);
  readstat_set_value_handler(parser, hear_value);
  readstat_error_t error = readstat_parse_sav(parser, "", &whole);
  readstat_parser_free(parser);
  if (error == READSTAT_OK) return FURLONG_SAV_READ;
  return error == READSTAT_ERROR_USER_ABORT ? FURLONG_SAV_ENDED : FURLONG_SAV_BROKEN;
}
