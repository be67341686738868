/* What the benchmark programs share: clocks, percentiles, lists of barcodes, and the counter of count-syncs. */
#ifndef MEASURE_H
#define MEASURE_H

#include <err.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define WARM_UP 300000000LL /* nanoseconds that count for nothing */
#define LONGEST_BARCODE 63

static inline int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static inline void *allocate(size_t count, size_t size) {
    void *memory = calloc(count, size);
    if (memory == NULL) err(71, "cannot allocate memory");
    return memory;
}

static inline long number(const char *text, long least) {
    char *end;
    long value = strtol(text, &end, 10);
    if (*text == 0 || *end != 0 || value < least) errx(64, "cannot use %s: a number from %ld is wanted", text, least);
    return value;
}

/* How long things took, in nanoseconds. */
struct times {
    uint32_t *values;
    size_t count, capacity;
};

static inline void add_time(struct times *times, int64_t nanoseconds) {
    if (times->count == times->capacity) {
        times->capacity = times->capacity ? times->capacity * 2 : 65536;
        times->values = realloc(times->values, times->capacity * sizeof *times->values);
        if (times->values == NULL) err(71, "cannot allocate memory");
    }
    times->values[times->count++] = nanoseconds > UINT32_MAX ? UINT32_MAX : (uint32_t)nanoseconds;
}

static int compare_times(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The value that `share` (0 to 1) of the values do not exceed, in microseconds; sorts the values. */
static inline double percentile(struct times *times, double share) {
    if (times->count == 0) errx(70, "cannot tell a percentile: nothing was measured");
    qsort(times->values, times->count, sizeof *times->values, compare_times);
    return times->values[(size_t)(share * (double)(times->count - 1))] / 1e3;
}

/* The lines of a file, a barcode each. */
struct barcodes {
    char (*text)[LONGEST_BARCODE + 1];
    size_t count;
};

static inline struct barcodes read_barcodes(const char *path) {
    struct barcodes list = {0};
    size_t capacity = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) err(74, "cannot open %s", path);
    char line[LONGEST_BARCODE + 2];
    while (fgets(line, sizeof line, file)) {
        size_t length = strcspn(line, "\n");
        if (line[length] == 0 || length == 0) errx(65, "cannot read %s: line %zu", path, list.count + 1);
        line[length] = 0;
        if (list.count == capacity) {
            capacity = capacity ? capacity * 2 : 4096;
            list.text = realloc(list.text, capacity * sizeof *list.text);
            if (list.text == NULL) err(71, "cannot allocate memory");
        }
        memcpy(list.text[list.count++], line, length + 1);
    }
    fclose(file);
    if (list.count == 0) errx(65, "cannot use %s: it is empty", path);
    return list;
}

/* The part of a list from `first` on that has `count` barcodes. */
static inline struct barcodes slice(struct barcodes list, size_t first, size_t count) {
    if (count == 0 || first + count > list.count) {
        errx(64, "cannot take barcodes %zu to %zu of %zu", first, first + count, list.count);
    }
    return (struct barcodes){list.text + first, count};
}

/* What count-syncs keeps in the file at `path`, which must exist: the counter, and the time of the last end. */
static inline _Atomic uint64_t *map_counter(const char *path) {
    int file = open(path, O_RDWR | O_CLOEXEC);
    if (file < 0) err(74, "cannot open %s", path);
    void *memory = mmap(NULL, 2 * sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory == MAP_FAILED) err(74, "cannot map %s", path);
    close(file);
    return memory;
}

#endif
