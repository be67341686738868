#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// An open sound device that plays one channel of 16-bit samples; used by one thread at a time.
typedef struct sound_device sound_device;

/// Loads ALSA, which only a program that plays something needs; false when this machine has none.
bool sound_library_load(void);

/// Opens the device of this name for so many samples a second; NULL with a negative error number in `error`.
sound_device *sound_device_open(const char *name, unsigned rate, int *error);

/// Plays the samples and waits until all were heard; 0, or a negative error number.
int sound_device_play(sound_device *device, const int16_t *samples, size_t count);

void sound_device_close(sound_device *device);

/// What an error number means.
const char *sound_error_text(int error);
