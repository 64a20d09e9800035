#include "CExpat.h"

#include <expat.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>

struct furlong_xml {
  XML_Parser parser;
  void *context;
  furlong_xml_start start;
  furlong_xml_end end;
  furlong_xml_text text;
  bool has_document_type;
  size_t held, most;
  bool is_over;
};

// Expat remembers every name that it has met, and asks for memory without saying for whom: the reader that is at work here.
static _Thread_local furlong_xml *at_work;

// What stands before each block: how large it is.
typedef union {
  size_t size;
  max_align_t aligned;
} heading;

static void *counted_realloc(void *block, size_t size) {
  furlong_xml *reader = at_work;
  heading *old = block ? (heading *)block - 1 : NULL;
  size_t others = reader->held - (old ? old->size : 0);
  if (size > reader->most - others) {
    reader->is_over = true;
    return NULL;
  }
  heading *made = realloc(old, sizeof *made + size);
  if (!made) return NULL;
  made->size = size;
  reader->held = others + size;
  return made + 1;
}

static void *counted_malloc(size_t size) { return counted_realloc(NULL, size); }

static void counted_free(void *block) {
  if (!block) return;
  heading *old = (heading *)block - 1;
  at_work->held -= old->size;
  free(old);
}

static const XML_Memory_Handling_Suite counted = {counted_malloc, counted_realloc, counted_free};

// Lets a reader work, and gives the one that worked before, to be let again.
static furlong_xml *let_work(furlong_xml *reader) {
  furlong_xml *before = at_work;
  at_work = reader;
  return before;
}

static void on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  furlong_xml *reader = data;
  reader->start(reader->context, name, attributes);
}

static void on_end(void *data, const XML_Char *name) {
  furlong_xml *reader = data;
  reader->end(reader->context, name);
}

static void on_text(void *data, const XML_Char *text, int count) {
  furlong_xml *reader = data;
  reader->text(reader->context, text, count);
}

static void on_document_type(void *data, const XML_Char *name, const XML_Char *system,
                             const XML_Char *public, int has_internal) {
  (void)name, (void)system, (void)public, (void)has_internal;
  furlong_xml *reader = data;
  reader->has_document_type = true;
  XML_StopParser(reader->parser, XML_FALSE);
}

furlong_xml *furlong_xml_make(void *context, size_t most, furlong_xml_start start,
                              furlong_xml_end end, furlong_xml_text text) {
  furlong_xml *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->most = most;
  furlong_xml *before = let_work(reader);
  reader->parser = XML_ParserCreate_MM(NULL, &counted, NULL);
  at_work = before;
  if (!reader->parser) {
    free(reader);
    return NULL;
  }
  reader->context = context;
  reader->start = start;
  reader->end = end;
  reader->text = text;
  XML_SetUserData(reader->parser, reader);
  XML_SetElementHandler(reader->parser, on_start, on_end);
  XML_SetCharacterDataHandler(reader->parser, on_text);
  XML_SetStartDoctypeDeclHandler(reader->parser, on_document_type);
  return reader;
}

bool furlong_xml_read(furlong_xml *reader, const char *bytes, size_t count, bool is_last) {
  if (count > INT_MAX) return false;
  furlong_xml *before = let_work(reader);
  enum XML_Status status = XML_Parse(reader->parser, bytes, (int)count, is_last);
  at_work = before;
  return status != XML_STATUS_ERROR;
}

void furlong_xml_pause(furlong_xml *reader) { XML_StopParser(reader->parser, XML_TRUE); }

bool furlong_xml_is_paused(furlong_xml *reader) {
  XML_ParsingStatus status;
  XML_GetParsingStatus(reader->parser, &status);
  return status.parsing == XML_SUSPENDED;
}

bool furlong_xml_go_on(furlong_xml *reader) {
  furlong_xml *before = let_work(reader);
  enum XML_Status status = XML_ResumeParser(reader->parser);
  at_work = before;
  return status != XML_STATUS_ERROR;
}

void furlong_xml_stop(furlong_xml *reader) { XML_StopParser(reader->parser, XML_FALSE); }

bool furlong_xml_has_document_type(furlong_xml *reader) { return reader->has_document_type; }

bool furlong_xml_is_over(furlong_xml *reader) { return reader->is_over; }

unsigned long furlong_xml_line(furlong_xml *reader) {
  return XML_GetCurrentLineNumber(reader->parser);
}

void furlong_xml_free(furlong_xml *reader) {
  furlong_xml *before = let_work(reader);
  XML_ParserFree(reader->parser);
  at_work = before;
  free(reader);
}
