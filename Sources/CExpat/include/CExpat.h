#ifndef FURLONG_CEXPAT_H
#define FURLONG_CEXPAT_H

// Expat behind a plain C header: XML is read piece by piece and told element by element. A document type, and with it every
// entity of its own, is refused.

#include <stdbool.h>
#include <stddef.h>

typedef struct furlong_xml furlong_xml;

/// Told the start of an element: its name, and names and values of its attributes in turn, NULL at the end.
typedef void (*furlong_xml_start)(void *context, const char *name, const char **attributes);
/// Told the end of an element.
typedef void (*furlong_xml_end)(void *context, const char *name);
/// Told some text, not ended by NUL.
typedef void (*furlong_xml_text)(void *context, const char *text, int count);

/// A reader that tells `context` what it reads; NULL where there is no memory.
furlong_xml *furlong_xml_make(void *context, furlong_xml_start start, furlong_xml_end end,
                              furlong_xml_text text);

/// Reads the next piece; whether it is well-formed, has no document type and was not stopped.
bool furlong_xml_read(furlong_xml *reader, const char *bytes, size_t count, bool is_last);

/// Stops the reading: nothing more is told.
void furlong_xml_stop(furlong_xml *reader);

/// Whether a document type was met.
bool furlong_xml_has_document_type(furlong_xml *reader);

/// The line that was read last.
unsigned long furlong_xml_line(furlong_xml *reader);

/// Frees a reader.
void furlong_xml_free(furlong_xml *reader);

#endif
