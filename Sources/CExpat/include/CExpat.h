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

/// A reader that tells `context` what it reads, and for itself holds at most so many bytes; NULL where there is no memory.
furlong_xml *furlong_xml_make(void *context, size_t most, furlong_xml_start start,
                              furlong_xml_end end, furlong_xml_text text);

/// Reads the next piece; whether it is well-formed, has no document type, needs no more memory and was not stopped.
bool furlong_xml_read(furlong_xml *reader, const char *bytes, size_t count, bool is_last);

/// Pauses the reading within a piece, from where something is told; what ends at the same place may still be told.
void furlong_xml_pause(furlong_xml *reader);

/// Whether the rest of a piece is still to be read, by `furlong_xml_go_on` and before any other.
bool furlong_xml_is_paused(furlong_xml *reader);

/// Goes on with the piece in which the reading was paused; as `furlong_xml_read`.
bool furlong_xml_go_on(furlong_xml *reader);

/// Stops the reading: nothing more is told.
void furlong_xml_stop(furlong_xml *reader);

/// Whether a document type was met.
bool furlong_xml_has_document_type(furlong_xml *reader);

/// Whether more memory was needed than a reader may hold: for names that differ, or one without an end.
bool furlong_xml_is_over(furlong_xml *reader);

/// The line that was read last.
unsigned long furlong_xml_line(furlong_xml *reader);

/// Frees a reader.
void furlong_xml_free(furlong_xml *reader);

#endif
