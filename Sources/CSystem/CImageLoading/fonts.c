#define _GNU_SOURCE

#include "CImageLoading.h"

#include <dlfcn.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "pdf.h"

// As fontconfig.h of version 2.14 declares them; Cairo brings the library with it.
typedef struct FcConfig FcConfig;
typedef struct FcPattern FcPattern;
typedef struct {
    int count;
    int room;
    FcPattern **fonts;
} FcFontSet;
enum { FC_SET_SYSTEM = 0, FC_RESULT_MATCH = 0 };

static bool (*keep_file)(const char *path);

static int keep_data(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status, (void)place;
    if (kind == FTW_F) keep_file(path);
    return 0;
}

static int by_name(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void keep_fonts(void *library) {
    int (*init)(void) = dlsym(library, "FcInit");
    int (*set_interval)(FcConfig *, int) = dlsym(library, "FcConfigSetRescanInterval");
    FcFontSet *(*fonts)(FcConfig *, int) = dlsym(library, "FcConfigGetFonts");
    int (*text)(const FcPattern *, const char *, int, unsigned char **) = dlsym(library, "FcPatternGetString");
    if (!init || !set_interval || !fonts || !text || !init()) return;
    // It would look for new fonts later, find none, and forget those that it knows.
    set_interval(NULL, 0);
    FcFontSet *set = fonts(NULL, FC_SET_SYSTEM);
    if (!set || set->count <= 0) return;
    char **paths = calloc((size_t)set->count, sizeof *paths);
    size_t count = 0;
    for (int index = 0; paths && index < set->count; index++) {
        unsigned char *path = NULL;
        if (text(set->fonts[index], "file", 0, &path) == FC_RESULT_MATCH && path) paths[count++] = (char *)path;
    }
    // A file may hold several fonts.
    if (paths) qsort(paths, count, sizeof *paths, by_name);
    for (size_t index = 0; index < count; index++) {
        if (index == 0 || strcmp(paths[index - 1], paths[index]) != 0) keep_file(paths[index]);
    }
    free(paths);
}

void pdf_fonts_keep(bool (*keep)(const char *path)) {
    static const char nothing[] = "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                                  "2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
                                  "trailer <</Root 1 0 R>>\n%%EOF\n";
    void *library = pdf_library();
    if (!library) return;
    // Poppler lists its tables of characters when the first document is opened, and forgets them with the last: this one
    // stays open.
    image_status status = IMAGE_LOADED;
    image_report report;
    pdf_file_open((const uint8_t *)nothing, sizeof nothing - 1, &status, &report);
    keep_file = keep;
    nftw("/usr/share/poppler", keep_data, 8, FTW_PHYS);
    keep_fonts(library);
}
