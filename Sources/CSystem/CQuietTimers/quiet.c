// libdispatch on Linux looks once a second whether the threads of its pools are blocked
// (swift-corelibs-libdispatch, src/event/workqueue.c, _dispatch_workq_monitor_pools), also in a process that does
// nothing, and has no setting for it. A daemon on a desk that sleeps at night shall not wake it 86,400 times.
//
// This stands in for the call of libc by which libdispatch sets its one timer for each clock, and puts that look off by
// a second, so that it comes every second second. The look is known by its phase: it is always due a whole number of
// seconds after its first, to the nanosecond, and no other timer is. What else is due within the second that is put off
// comes with it, up to one second late; what needs a better clock does not wait for libdispatch here.

#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

// Only the manager thread of libdispatch sets absolute timers; the atomics cost nothing and ask nobody to believe it.
static atomic_long last_phase = -1;
static atomic_long look_phase = -1;

static bool is_the_look(const struct itimerspec *value) {
    long phase = value->it_value.tv_nsec;
    // Zero is what a timer has that is set to a whole second, or stopped.
    if (phase == 0) {
        return false;
    }
    if (atomic_exchange(&last_phase, phase) == phase && atomic_load(&look_phase) == -1) {
        atomic_store(&look_phase, phase);
    }
    return atomic_load(&look_phase) == phase;
}

int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *former) {
    struct itimerspec later;
    if (flags == TFD_TIMER_ABSTIME && is_the_look(value)) {
        later = *value;
        later.it_value.tv_sec += 1;
        value = &later;
    }
    return (int)syscall(SYS_timerfd_settime, fd, flags, value, former);
}
