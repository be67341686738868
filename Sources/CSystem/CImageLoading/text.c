#include "CImageLoading.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The few functions that are used, as tesseract/capi.h of version 5.3 declares them: nothing of Tesseract is needed to
// build, and it is loaded only where text is recognised, as it brings fifty libraries with it.
typedef struct TessBaseAPI TessBaseAPI;

static struct {
    TessBaseAPI *(*create)(void);
    void (*remove)(TessBaseAPI *engine);
    int (*init)(TessBaseAPI *engine, const char *directory, const char *languages);
    char **(*languages)(const TessBaseAPI *engine);
    void (*free_languages)(char **languages);
    void (*set_image)(TessBaseAPI *engine, const unsigned char *grey, int width, int height, int step, int stride);
    void (*set_resolution)(TessBaseAPI *engine, int dots);
    char *(*text)(TessBaseAPI *engine);
    int (*certainty)(TessBaseAPI *engine);
    void (*free_text)(const char *text);
} tesseract;

bool text_library_load(void) {
    if (tesseract.free_text) return true;
    // It would start threads, which a child process may not; the OpenMP library looks only when it is loaded.
    setenv("OMP_THREAD_LIMIT", "1", 1);
    void *library = image_library("libtesseract.so.5");
    if (!library) return false;
    tesseract.create = dlsym(library, "TessBaseAPICreate");
    tesseract.remove = dlsym(library, "TessBaseAPIDelete");
    tesseract.init = dlsym(library, "TessBaseAPIInit3");
    tesseract.languages = dlsym(library, "TessBaseAPIGetLoadedLanguagesAsVector");
    tesseract.free_languages = dlsym(library, "TessDeleteTextArray");
    tesseract.set_image = dlsym(library, "TessBaseAPISetImage");
    tesseract.set_resolution = dlsym(library, "TessBaseAPISetSourceResolution");
    tesseract.text = dlsym(library, "TessBaseAPIGetUTF8Text");
    tesseract.certainty = dlsym(library, "TessBaseAPIMeanTextConf");
    if (!tesseract.create || !tesseract.remove || !tesseract.init || !tesseract.languages || !tesseract.free_languages
        || !tesseract.set_image || !tesseract.set_resolution || !tesseract.text || !tesseract.certainty) {
        return false;
    }
    tesseract.free_text = dlsym(library, "TessDeleteText");
    return tesseract.free_text != NULL;
}

struct text_engine {
    TessBaseAPI *tesseract;
};

text_engine *text_engine_open(const char *directory, const char *languages) {
    text_engine *engine = calloc(1, sizeof *engine);
    if (!engine) return NULL;
    engine->tesseract = tesseract.create();
    if (engine->tesseract && tesseract.init(engine->tesseract, directory, languages) == 0) return engine;
    text_engine_close(engine);
    return NULL;
}

void text_engine_close(text_engine *engine) {
    if (engine->tesseract) tesseract.remove(engine->tesseract);
    free(engine);
}

bool text_engine_knows(const text_engine *engine, const char *language) {
    char **languages = tesseract.languages(engine->tesseract);
    if (!languages) return false;
    bool is_known = false;
    for (char **known = languages; *known; known++) is_known = is_known || strcmp(*known, language) == 0;
    tesseract.free_languages(languages);
    return is_known;
}

char *text_engine_read(text_engine *engine, const uint8_t *grey, int32_t width, int32_t height, int32_t dots) {
    tesseract.set_image(engine->tesseract, grey, width, height, 1, width);
    tesseract.set_resolution(engine->tesseract, dots);
    return tesseract.text(engine->tesseract);
}

int text_engine_certainty(text_engine *engine) { return tesseract.certainty(engine->tesseract); }

void text_engine_free(char *text) { tesseract.free_text(text); }
