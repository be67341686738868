/* Tells the thread sanitizer what it cannot see of Swift's Mutex.
 *
 * On Linux a Mutex is taken and released by compiled-in atomics, which the sanitizer follows, until two threads want it at
 * once: then by a futex with priority inheritance (futex(2), FUTEX_LOCK_PI), in functions of libswiftSynchronization.so that
 * are not instrumented. Everything under a Mutex that was ever waited for would be reported as a race. These come before
 * those functions (LD_PRELOAD), do the same, and tell the sanitizer that one thread's work came before the other's. So
 * nothing has to be suppressed, and a race beside a Mutex is found.
 *
 * The names are Synchronization._MutexHandle._lockSlow(UInt32), _unlockSlow() and _tryLockSlow(): part of the library's ABI,
 * as they are called from inlined code. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"
#define TRY "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *mutex

/* Programs that are started on the way and not instrumented have none of these. */
__attribute__((weak)) void __tsan_acquire(void *);
__attribute__((weak)) void __tsan_release(void *);

SWIFT void lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT void unlock(SELF) __asm__(UNLOCK);
SWIFT bool try_lock(SELF) __asm__(TRY);

SWIFT void lock(uint32_t thread, SELF) {
    SWIFT void (*next)(uint32_t, SELF) = dlsym(RTLD_NEXT, LOCK);
    next(thread, mutex);
    if (__tsan_acquire) __tsan_acquire(mutex);
}

SWIFT void unlock(SELF) {
    SWIFT void (*next)(SELF) = dlsym(RTLD_NEXT, UNLOCK);
    if (__tsan_release) __tsan_release(mutex);
    next(mutex);
}

SWIFT bool try_lock(SELF) {
    SWIFT bool (*next)(SELF) = dlsym(RTLD_NEXT, TRY);
    bool isLocked = next(mutex);
    if (isLocked && __tsan_acquire) __tsan_acquire(mutex);
    return isLocked;
}
