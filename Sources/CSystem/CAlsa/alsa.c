#include "CAlsa.h"

#include <alsa/asoundlib.h>
#include <dlfcn.h>
#include <stdlib.h>

// Loaded when the first tone is wanted: every other command would pay for the library at each start, and a machine
// without sound need not have it.
#define FUNCTIONS(each) \
    each(snd_lib_error_set_handler) each(snd_pcm_open) each(snd_pcm_set_params) each(snd_pcm_prepare) \
    each(snd_pcm_writei) each(snd_pcm_recover) each(snd_pcm_drain) each(snd_pcm_close) each(snd_strerror)

static struct {
#define FIELD(function) __typeof__(function) *function;
    FUNCTIONS(FIELD)
#undef FIELD
    bool is_loaded;
} alsa;

// ALSA would write its complaints over the screen.
static void be_silent(const char *file, int line, const char *function, int error, const char *format, ...) {
    (void)file, (void)line, (void)function, (void)error, (void)format;
}

bool sound_library_load(void) {
    if (alsa.is_loaded) return true;
    void *library = dlopen("libasound.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
#define LOOKUP(function) \
    alsa.function = (__typeof__(function) *)dlsym(library, #function); \
    if (!alsa.function) return false;
    FUNCTIONS(LOOKUP)
#undef LOOKUP
    alsa.snd_lib_error_set_handler(be_silent);
    alsa.is_loaded = true;
    return true;
}

struct sound_device {
    snd_pcm_t *pcm;
};

sound_device *sound_device_open(const char *name, unsigned rate, int *error) {
    sound_device *device = calloc(1, sizeof *device);
    if (!device) {
        *error = -ENOMEM;
        return NULL;
    }
    *error = alsa.snd_pcm_open(&device->pcm, name, SND_PCM_STREAM_PLAYBACK, 0);
    if (*error < 0) {
        free(device);
        return NULL;
    }
    // 100 ms of buffer, and conversion allowed: cheap cards play 48 kHz stereo only.
    *error = alsa.snd_pcm_set_params(device->pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, rate, 1, 100000);
    if (*error < 0) {
        sound_device_close(device);
        return NULL;
    }
    return device;
}

int sound_device_play(sound_device *device, const int16_t *samples, size_t count) {
    int error = alsa.snd_pcm_prepare(device->pcm);
    if (error < 0) return error;
    bool has_recovered = false;
    while (count > 0) {
        snd_pcm_sframes_t written = alsa.snd_pcm_writei(device->pcm, samples, count);
        if (written > 0) {
            samples += written;
            count -= (size_t)written;
            has_recovered = false;
            continue;
        }
        // Once after each progress: a card that was pulled out must not keep the thread.
        if (written == 0 || has_recovered) return written == 0 ? -EIO : (int)written;
        error = alsa.snd_pcm_recover(device->pcm, (int)written, 1);
        if (error < 0) return error;
        has_recovered = true;
    }
    return alsa.snd_pcm_drain(device->pcm);
}

void sound_device_close(sound_device *device) {
    alsa.snd_pcm_close(device->pcm);
    free(device);
}

const char *sound_error_text(int error) { return alsa.snd_strerror(error); }
