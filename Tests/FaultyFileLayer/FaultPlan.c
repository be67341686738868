#include "FaultPlan.h"

#include "FaultyFileLayer.h"

#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct fault_plan {
    /* 0 when nothing fails, else 1 and the operation. */
    atomic_int armed;
    _Atomic int64_t from;
    _Atomic int64_t count;
    _Atomic int64_t failed;
    _Atomic int64_t counted[LOG_OPERATIONS];
    _Atomic int64_t clock;
};

static _Atomic(struct fault_plan *) obeyed;
static sqlite3_mem_methods allocator;

struct fault_plan *fault_plan_map(const char *path) {
    int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return NULL;
    void *memory = MAP_FAILED;
    if (ftruncate(descriptor, sizeof(struct fault_plan)) == 0) {
        memory = mmap(NULL, sizeof(struct fault_plan), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    }
    close(descriptor);
    return memory == MAP_FAILED ? NULL : memory;
}

void fault_plan_arm(struct fault_plan *plan, enum log_operation operation, int64_t from, int64_t count) {
    fault_plan_disarm(plan);
    for (int index = 0; index < LOG_OPERATIONS; index++) atomic_store(&plan->counted[index], 0);
    atomic_store(&plan->failed, 0);
    atomic_store(&plan->from, from);
    atomic_store(&plan->count, count);
    atomic_store(&plan->armed, 1 + (int)operation);
}

int64_t fault_plan_disarm(struct fault_plan *plan) {
    atomic_store(&plan->armed, 0);
    return atomic_load(&plan->failed);
}

int64_t fault_plan_counted(struct fault_plan *plan, enum log_operation operation) {
    return atomic_load(&plan->counted[operation]);
}

void fault_plan_set_clock(struct fault_plan *plan, int64_t seconds) { atomic_store(&plan->clock, seconds); }

int64_t fault_plan_clock(void) {
    struct fault_plan *plan = atomic_load(&obeyed);
    return plan == NULL ? 0 : atomic_load(&plan->clock);
}

_Bool fault_plan_fails(enum log_operation operation) {
    struct fault_plan *plan = atomic_load(&obeyed);
    if (plan == NULL) return 0;
    int64_t position = atomic_fetch_add(&plan->counted[operation], 1);
    if (atomic_load(&plan->armed) != 1 + (int)operation) return 0;
    int64_t from = atomic_load(&plan->from);
    if (position < from || position - from >= atomic_load(&plan->count)) return 0;
    atomic_fetch_add(&plan->failed, 1);
    return 1;
}

/* A place is the innermost addresses of a stack; of each the hash is kept, and the first position. */
enum { DEPTH = 24, MOST_PLACES = 1 << 16 };

static atomic_bool is_surveying;
static pthread_mutex_t survey = PTHREAD_MUTEX_INITIALIZER;
static struct {
    uint64_t hash;
    int64_t position;
} places[MOST_PLACES];
static int place_count;

static void note_place(void) {
    struct fault_plan *plan = atomic_load(&obeyed);
    void *stack[DEPTH];
    int depth = backtrace(stack, DEPTH);
    uint64_t hash = 14695981039346656037u; /* FNV-1a; never 0, which marks a free row. */
    for (int index = 0; index < depth; index++) hash = (hash ^ (uintptr_t)stack[index]) * 1099511628211u;
    hash |= 1;
    pthread_mutex_lock(&survey);
    uint64_t row = hash >> 1 & (MOST_PLACES - 1);
    while (places[row].hash != 0 && places[row].hash != hash) row = (row + 1) & (MOST_PLACES - 1);
    if (places[row].hash == 0 && place_count < MOST_PLACES / 2) {
        places[row].hash = hash;
        places[row].position = atomic_load(&plan->counted[LOG_ALLOCATE]);
        place_count++;
    }
    pthread_mutex_unlock(&survey);
}

void fault_survey_begin(void) {
    memset(places, 0, sizeof places);
    place_count = 0;
    atomic_store(&is_surveying, 1);
}

int fault_survey_end(int64_t *positions, int capacity) {
    atomic_store(&is_surveying, 0);
    int count = 0;
    for (int row = 0; row < MOST_PLACES && count < capacity; row++) {
        if (places[row].hash != 0) positions[count++] = places[row].position;
    }
    return count;
}

static void *allocate(int size) {
    if (atomic_load(&is_surveying)) note_place();
    return fault_plan_fails(LOG_ALLOCATE) ? NULL : allocator.xMalloc(size);
}

static void *reallocate(void *memory, int size) {
    if (atomic_load(&is_surveying)) note_place();
    return fault_plan_fails(LOG_ALLOCATE) ? NULL : allocator.xRealloc(memory, size);
}

int fault_plan_obey(struct fault_plan *plan) {
    int result = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &allocator);
    if (result != SQLITE_OK) return result;
    sqlite3_mem_methods failing = allocator;
    failing.xMalloc = allocate;
    failing.xRealloc = reallocate;
    result = sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    if (result != SQLITE_OK) return result;
    faulty_file_layer_install();
    atomic_store(&obeyed, plan);
    return SQLITE_OK;
}

/* Runs before anything of a daemon that this library is preloaded into. */
__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("OUTGUIDE_FAULT_PLAN");
    if (path == NULL) return;
    struct fault_plan *plan = fault_plan_map(path);
    if (plan == NULL || fault_plan_obey(plan) != SQLITE_OK) {
        fprintf(stderr, "cannot obey the fault plan %s\n", path);
        _exit(70);
    }
}
