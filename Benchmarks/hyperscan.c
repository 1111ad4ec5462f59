// hyperscan PHRASES TEXT ROUNDS: how often the phrases of a file stand in a text as whole words, in any case, by Hyperscan.
// Each line of TEXT is an article. Prints one line: matches, seconds of compilation, CPU seconds of each round's scan. A driver for Benchmarks/match.py alone.
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(1); }
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, file) != *size) { perror(path); exit(1); }
    bytes[*size] = 0;
    fclose(file);
    return bytes;
}

static double cpu(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int found(unsigned int id, unsigned long long from, unsigned long long to, unsigned int flags, void *context) {
    (void)id; (void)from; (void)to; (void)flags;
    ++*(unsigned long long *)context;
    return 0;
}

int main(int count, char **arguments) {
    if (count != 4) { fprintf(stderr, "usage: hyperscan PHRASES TEXT ROUNDS\n"); return 64; }
    size_t phrase_bytes, text_bytes;
    char *phrases = read_file(arguments[1], &phrase_bytes);
    char *text = read_file(arguments[2], &text_bytes);
    size_t lines = 0, number = 0;
    for (size_t i = 0; i < phrase_bytes; i++) lines += phrases[i] == '\n';
    char **patterns = malloc(lines * sizeof *patterns);
    unsigned *flags = malloc(lines * sizeof *flags), *ids = malloc(lines * sizeof *ids);
    if (!patterns || !flags || !ids) return 1;
    for (char *line = strtok(phrases, "\n"); line; line = strtok(NULL, "\n")) {
        patterns[number] = malloc(strlen(line) + 5);
        if (!patterns[number]) return 1;
        sprintf(patterns[number], "\\b%s\\b", line);
        flags[number] = HS_FLAG_CASELESS;
        ids[number] = (unsigned)number;
        number++;
    }
    hs_database_t *database;
    hs_compile_error_t *error;
    double start = cpu();
    if (hs_compile_multi((const char *const *)patterns, flags, ids, (unsigned)number, HS_MODE_BLOCK, NULL, &database, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    double compiled = cpu() - start;
    hs_scratch_t *scratch = NULL;
    if (hs_alloc_scratch(database, &scratch)) return 1;
    unsigned long long matches = 0;
    int rounds = atoi(arguments[3]);
    double *seconds = malloc((size_t)rounds * sizeof *seconds);
    for (int round = 0; round < rounds; round++) {
        matches = 0;
        start = cpu();
        for (char *line = text, *end; line < text + text_bytes; line = end + 1) {
            end = memchr(line, '\n', (size_t)(text + text_bytes - line));
            if (!end) end = text + text_bytes;
            if (hs_scan(database, line, (unsigned)(end - line), 0, scratch, found, &matches)) return 1;
        }
        seconds[round] = cpu() - start;
    }
    printf("%llu %f", matches, compiled);
    for (int round = 0; round < rounds; round++) printf(" %f", seconds[round]);
    printf("\n");
    return 0;
}
