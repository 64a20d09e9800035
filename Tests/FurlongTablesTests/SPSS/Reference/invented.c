// Writes invented.sav and invented.zsav with ReadStat's own writer: cc invented.c -lreadstat && ./a.out
#include <fcntl.h>
#include <readstat.h>
#include <string.h>
#include <unistd.h>

static ssize_t put(const void *bytes, size_t count, void *file) { return write(*(int *)file, bytes, count); }

static void make(const char *name, readstat_compress_t how) {
  int file = open(name, O_CREAT | O_TRUNC | O_WRONLY, 0644);
  readstat_writer_t *writer = readstat_writer_init();
  readstat_set_data_writer(writer, put);
  readstat_writer_set_compression(writer, how);
  readstat_writer_set_file_timestamp(writer, 1700000000);
  readstat_variable_t *id = readstat_add_variable(writer, "ID", READSTAT_TYPE_STRING, 8);
  readstat_variable_t *day = readstat_add_variable(writer, "Day", READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_set_format(day, "DATE11");
  readstat_variable_t *score = readstat_add_variable(writer, "Score", READSTAT_TYPE_DOUBLE, 0);
  readstat_variable_set_label(score, "How are things?");
  readstat_label_set_t *words = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "words");
  readstat_label_double_value(words, 0.5, "half");
  readstat_label_double_value(words, 99, "no answer");
  readstat_variable_set_label_set(score, words);
  readstat_variable_add_missing_double_range(score, 90, 99);
  readstat_variable_t *reply = readstat_add_variable(writer, "Reply", READSTAT_TYPE_STRING, 3);
  readstat_variable_add_missing_string_value(reply, "n/a");
  readstat_variable_t *text = readstat_add_variable(writer, "Text", READSTAT_TYPE_STRING, 700);
  char words700[701];
  for (int place = 0; place < 700; place++) words700[place] = 'a' + place % 26;
  words700[700] = 0;
  readstat_begin_writing_sav(writer, &file, 4);
  const char *ids[] = {"P1", "P2", "P3", "P4"};
  const double days[] = {13936492800.0, 13936579200.0, 0, 13936752000.0};
  const double scores[] = {0.5, 99, 0, 12.25};
  const char *replies[] = {"yes", "n/a", "no", "n/a"};
  const char *texts[] = {"=1+1", words700, "Zo\xC3\xAB, \"Z\"", ""};
  for (int row = 0; row < 4; row++) {
    readstat_begin_row(writer);
    readstat_insert_string_value(writer, id, ids[row]);
    if (days[row]) readstat_insert_double_value(writer, day, days[row]);
    else readstat_insert_missing_value(writer, day);
    readstat_insert_double_value(writer, score, scores[row]);
    readstat_insert_string_value(writer, reply, replies[row]);
    readstat_insert_string_value(writer, text, texts[row]);
    readstat_end_row(writer);
  }
  readstat_end_writing(writer);
  readstat_writer_free(writer);
  close(file);
}

int main(void) {
  make("invented.sav", READSTAT_COMPRESS_ROWS);
  make("invented.zsav", READSTAT_COMPRESS_BINARY);
}
