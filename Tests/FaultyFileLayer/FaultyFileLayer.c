/* SQLite's own layer, wrapped: https://www.sqlite.org/vfs.html */
#include "FaultyFileLayer.h"

#include "FaultPlan.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>

enum { MOST_RULES = 1024, LONGEST_NAME = 512 };

struct rule {
    bool is_used;
    char name[LONGEST_NAME];
    enum file_fault fault;
    int remaining; /* operations that still succeed */
    int failed;
};

/* What SQLite holds: its file object, then the wrapped one. */
struct file {
    sqlite3_file base;
    char name[LONGEST_NAME];
    sqlite3_file *real;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct rule rules[MOST_RULES];
static sqlite3_vfs *real_layer, layer;

static struct rule *rule_for(const char *name) {
    for (int index = 0; index < MOST_RULES; index++) {
        if (rules[index].is_used && strcmp(rules[index].name, name) == 0) return &rules[index];
    }
    return NULL;
}

/* Whether this operation of a file fails, for a fault out of the set `faults` (bits by number); says which in `fault`. */
static bool fails(const struct file *file, unsigned faults, enum file_fault *fault) {
    bool result = false;
    pthread_mutex_lock(&lock);
    for (int index = 0; index < MOST_RULES; index++) {
        struct rule *rule = &rules[index];
        if (!rule->is_used || !(faults & 1u << rule->fault)) continue;
        if (strcmp(file->name, rule->name) != 0) continue;
        if (rule->remaining > 0) {
            rule->remaining--;
        } else {
            rule->failed++;
            *fault = rule->fault;
            result = true;
        }
    }
    pthread_mutex_unlock(&lock);
    return result;
}

#define REAL(handle) (((struct file *)(handle))->real)
#define CALL(handle, method, ...) (REAL(handle)->pMethods->method(REAL(handle), ##__VA_ARGS__))

static int file_close(sqlite3_file *handle) {
    int result = CALL(handle, xClose);
    sqlite3_free(REAL(handle));
    REAL(handle) = NULL;
    return result;
}

static int file_read(sqlite3_file *handle, void *bytes, int count, sqlite3_int64 offset) {
    enum file_fault fault;
    if (fault_plan_fails(LOG_READ)) return SQLITE_IOERR_READ;
    if (!fails((struct file *)handle, 1u << FILE_FAULT_READ | 1u << FILE_FAULT_SHORT_READ, &fault)) {
        return CALL(handle, xRead, bytes, count, offset);
    }
    if (fault == FILE_FAULT_READ) return SQLITE_IOERR_READ;
    memset(bytes, 0, (size_t)count);
    int result = CALL(handle, xRead, bytes, count / 2, offset);
    return result == SQLITE_OK ? SQLITE_IOERR_SHORT_READ : result;
}

static int file_write(sqlite3_file *handle, const void *bytes, int count, sqlite3_int64 offset) {
    enum file_fault fault;
    if (fault_plan_fails(LOG_WRITE)) return SQLITE_IOERR_WRITE;
    unsigned faults = 1u << FILE_FAULT_WRITE | 1u << FILE_FAULT_FULL | 1u << FILE_FAULT_TORN;
    if (!fails((struct file *)handle, faults, &fault)) return CALL(handle, xWrite, bytes, count, offset);
    if (fault == FILE_FAULT_TORN) CALL(handle, xWrite, bytes, count / 2, offset);
    return fault == FILE_FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int file_truncate(sqlite3_file *handle, sqlite3_int64 size) {
    return fault_plan_fails(LOG_TRUNCATE) ? SQLITE_IOERR_TRUNCATE : CALL(handle, xTruncate, size);
}

static int file_sync(sqlite3_file *handle, int flags) {
    enum file_fault fault;
    if (fault_plan_fails(LOG_SYNC)) return SQLITE_IOERR_FSYNC;
    return fails((struct file *)handle, 1u << FILE_FAULT_SYNC, &fault) ? SQLITE_IOERR_FSYNC
                                                                      : CALL(handle, xSync, flags);
}

static int file_size(sqlite3_file *handle, sqlite3_int64 *size) { return CALL(handle, xFileSize, size); }
static int file_lock(sqlite3_file *handle, int level) { return CALL(handle, xLock, level); }
static int file_unlock(sqlite3_file *handle, int level) { return CALL(handle, xUnlock, level); }
static int file_check(sqlite3_file *handle, int *result) { return CALL(handle, xCheckReservedLock, result); }
static int file_control(sqlite3_file *handle, int what, void *value) { return CALL(handle, xFileControl, what, value); }
static int file_sector(sqlite3_file *handle) { return CALL(handle, xSectorSize); }
static int file_device(sqlite3_file *handle) { return CALL(handle, xDeviceCharacteristics); }

static int file_map(sqlite3_file *handle, int page, int size, int extend, void volatile **memory) {
    if (fault_plan_fails(LOG_SHARE)) return SQLITE_IOERR_SHMMAP;
    return CALL(handle, xShmMap, page, size, extend, memory);
}

static int file_share(sqlite3_file *handle, int offset, int count, int flags) {
    return CALL(handle, xShmLock, offset, count, flags);
}

static void file_barrier(sqlite3_file *handle) { CALL(handle, xShmBarrier); }
static int file_unmap(sqlite3_file *handle, int delete) { return CALL(handle, xShmUnmap, delete); }

/* Version 2: without memory-mapped reading, which would go past the layer. */
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_device,
    .xShmMap = file_map,
    .xShmLock = file_share,
    .xShmBarrier = file_barrier,
    .xShmUnmap = file_unmap,
};

static int layer_open(sqlite3_vfs *self, sqlite3_filename name, sqlite3_file *handle, int flags, int *out) {
    (void)self;
    struct file *file = (struct file *)handle;
    file->base.pMethods = NULL;
    if (fault_plan_fails(LOG_OPEN)) return SQLITE_CANTOPEN;
    strncpy(file->name, name == NULL ? "" : name, sizeof file->name - 1);
    file->real = sqlite3_malloc(real_layer->szOsFile);
    if (file->real == NULL) return SQLITE_NOMEM;
    memset(file->real, 0, (size_t)real_layer->szOsFile);
    int result = real_layer->xOpen(real_layer, name, file->real, flags, out);
    if (result == SQLITE_OK) {
        file->base.pMethods = &methods;
    } else {
        if (file->real->pMethods != NULL) CALL(handle, xClose);
        sqlite3_free(file->real);
    }
    return result;
}

static void install(void) {
    real_layer = sqlite3_vfs_find(NULL);
    layer = *real_layer;
    layer.zName = "faulty";
    layer.szOsFile = sizeof(struct file);
    layer.xOpen = layer_open;
    sqlite3_vfs_register(&layer, 1);
}

void faulty_file_layer_install(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
}

_Bool faulty_file_layer_begin(const char *name, enum file_fault fault, int from) {
    pthread_mutex_lock(&lock);
    struct rule *rule = rule_for(name);
    for (int index = 0; rule == NULL && index < MOST_RULES; index++) {
        if (!rules[index].is_used) rule = &rules[index];
    }
    bool fits = rule != NULL && strlen(name) < sizeof rule->name;
    if (fits) {
        *rule = (struct rule){.is_used = true, .fault = fault, .remaining = from};
        strcpy(rule->name, name);
    }
    pthread_mutex_unlock(&lock);
    return fits;
}

int faulty_file_layer_end(const char *name) {
    pthread_mutex_lock(&lock);
    struct rule *rule = rule_for(name);
    int failed = rule == NULL ? 0 : rule->failed;
    if (rule != NULL) rule->is_used = false;
    pthread_mutex_unlock(&lock);
    return failed;
}
