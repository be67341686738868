#pragma once

#include <libevdev/libevdev.h>
#include <linux/input.h>
#include <stdint.h>
// Swift's Glibc leaves this out; the reading loop needs it beside the event nodes.
#include <sys/eventfd.h>

// The fields of the time differ between word sizes; the kernel hides them behind macros, which Swift cannot import.
static inline int64_t outguide_event_microseconds(const struct input_event *event) {
    return (int64_t)event->input_event_sec * 1000000 + (int64_t)event->input_event_usec;
}
