#include "CExpat.h"

#include <expat.h>
#include <limits.h>
#include <stdlib.h>

struct furlong_xml {
  XML_Parser parser;
  void *context;
  furlong_xml_start start;
  furlong_xml_end end;
  furlong_xml_text text;
  bool has_document_type;
};

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

furlong_xml *furlong_xml_make(void *context, furlong_xml_start start, furlong_xml_end end,
                              furlong_xml_text text) {
  furlong_xml *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->parser = XML_ParserCreate(NULL);
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
  return count <= INT_MAX &&
         XML_Parse(reader->parser, bytes, (int)count, is_last) == XML_STATUS_OK;
}

void furlong_xml_stop(furlong_xml *reader) { XML_StopParser(reader->parser, XML_FALSE); }

bool furlong_xml_has_document_type(furlong_xml *reader) { return reader->has_document_type; }

unsigned long furlong_xml_line(furlong_xml *reader) {
  return XML_GetCurrentLineNumber(reader->parser);
}

void furlong_xml_free(furlong_xml *reader) {
  XML_ParserFree(reader->parser);
  free(reader);
}
