#ifndef FURLONG_CREADSTAT_H
#define FURLONG_CREADSTAT_H

// The routine of ReadStat that Furlong calls, as plain C: an SPSS system file (.sav, .zsav) in memory is told piece by piece.
// Texts are UTF-8 and live as long as the call. A routine of the listener that returns false ends the reading.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct furlong_sav_listener {
  /// A variable: its place, name, label, format and set of labels; texts may be NULL.
  bool (*variable)(void *context, int64_t column, const char *name, const char *label, const char *format,
                   const char *labels, bool is_text);
  /// Values of a variable that its author calls missing: a range of numbers, or a text where there is one.
  bool (*missing)(void *context, int64_t column, double low, double high, const char *text);
  /// What a value of a set of labels means; the value is the text where there is one.
  bool (*label)(void *context, const char *labels, double number, const char *text, const char *label);
  /// A number; or none, where the file has the system's own missing value.
  bool (*number)(void *context, int64_t row, int64_t column, double number, bool is_missing);
  /// A text.
  bool (*text)(void *context, int64_t row, int64_t column, const char *text);
} furlong_sav_listener;

/// What became of the reading.
typedef enum furlong_sav_outcome {
  FURLONG_SAV_READ,
  /// The listener ended it.
  FURLONG_SAV_ENDED,
  /// The file is damaged, or of a kind that is not read.
  FURLONG_SAV_BROKEN,
} furlong_sav_outcome;

/// Reads a file that lies in memory.
furlong_sav_outcome furlong_sav_read(const unsigned char *bytes, size_t count,
                                     const furlong_sav_listener *listener, void *context);

#endif
