#include "CImageLoading.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tiffio.h>

static struct {
    __typeof__(&TIFFOpenOptionsAlloc) options_alloc;
    __typeof__(&TIFFOpenOptionsFree) options_free;
    __typeof__(&TIFFOpenOptionsSetMaxSingleMemAlloc) options_set_memory;
    __typeof__(&TIFFOpenOptionsSetErrorHandlerExtR) options_set_error;
    __typeof__(&TIFFOpenOptionsSetWarningHandlerExtR) options_set_warning;
    __typeof__(&TIFFClientOpenExt) open;
    __typeof__(&TIFFClose) close;
    __typeof__(&TIFFReadDirectory) read_directory;
    __typeof__(&TIFFGetField) get_field;
    __typeof__(&TIFFGetFieldDefaulted) get_field_defaulted;
    __typeof__(&TIFFReadRGBAImageOriented) read_image;
    __typeof__(&TIFFRGBAImageOK) image_ok;
} tiff;

bool tiff_library_load(void) {
    if (tiff.image_ok) return true;
    void *library = image_library("libtiff.so.6");
    if (!library) return false;
    tiff.options_alloc = dlsym(library, "TIFFOpenOptionsAlloc");
    tiff.options_free = dlsym(library, "TIFFOpenOptionsFree");
    tiff.options_set_memory = dlsym(library, "TIFFOpenOptionsSetMaxSingleMemAlloc");
    tiff.options_set_error = dlsym(library, "TIFFOpenOptionsSetErrorHandlerExtR");
    tiff.options_set_warning = dlsym(library, "TIFFOpenOptionsSetWarningHandlerExtR");
    tiff.open = dlsym(library, "TIFFClientOpenExt");
    tiff.close = dlsym(library, "TIFFClose");
    tiff.read_directory = dlsym(library, "TIFFReadDirectory");
    tiff.get_field = dlsym(library, "TIFFGetField");
    tiff.get_field_defaulted = dlsym(library, "TIFFGetFieldDefaulted");
    tiff.read_image = dlsym(library, "TIFFReadRGBAImageOriented");
    if (!tiff.options_alloc || !tiff.options_free || !tiff.options_set_memory || !tiff.options_set_error
        || !tiff.options_set_warning || !tiff.open || !tiff.close || !tiff.read_directory || !tiff.get_field
        || !tiff.get_field_defaulted || !tiff.read_image) {
        return false;
    }
    tiff.image_ok = dlsym(library, "TIFFRGBAImageOK");
    return tiff.image_ok != NULL;
}

struct tiff_pages {
    const uint8_t *bytes;
    size_t count;
    size_t position;
    TIFF *file;
    bool is_before_first;
    char message[200];
};

static tmsize_t read_bytes(thandle_t handle, void *to, tmsize_t wanted) {
    tiff_pages *pages = handle;
    if (wanted <= 0 || pages->position >= pages->count) return 0;
    size_t left = pages->count - pages->position;
    size_t taken = (size_t)wanted < left ? (size_t)wanted : left;
    memcpy(to, pages->bytes + pages->position, taken);
    pages->position += taken;
    return (tmsize_t)taken;
}

static tmsize_t write_bytes(thandle_t handle, void *from, tmsize_t count) {
    (void)handle, (void)from, (void)count;
    return 0;
}

static toff_t seek(thandle_t handle, toff_t offset, int from) {
    tiff_pages *pages = handle;
    switch (from) {
    case SEEK_SET: pages->position = (size_t)offset; break;
    case SEEK_CUR: pages->position += (size_t)offset; break;
    default: pages->position = pages->count + (size_t)offset; break;
    }
    return pages->position;
}

static toff_t size(thandle_t handle) { return ((tiff_pages *)handle)->count; }

static int close_nothing(thandle_t handle) {
    (void)handle;
    return 0;
}

static int map(thandle_t handle, void **base, toff_t *count) {
    tiff_pages *pages = handle;
    // libtiff only reads from it, as the file is open for reading.
    *base = (void *)(uintptr_t)pages->bytes;
    *count = pages->count;
    return 1;
}

static void unmap(thandle_t handle, void *base, toff_t count) { (void)handle, (void)base, (void)count; }

static int keep_message(TIFF *file, void *user, const char *module, const char *format, va_list arguments) {
    (void)file, (void)module;
    tiff_pages *pages = user;
    // The first is the cause, the others follow from it.
    if (!pages->message[0]) vsnprintf(pages->message, sizeof pages->message, format, arguments);
    return 1;
}

static int keep_quiet(TIFF *file, void *user, const char *module, const char *format, va_list arguments) {
    (void)file, (void)user, (void)module, (void)format, (void)arguments;
    return 1;
}

static image_status damaged(tiff_pages *pages, image_report *report) {
    return image_explain(report, IMAGE_DAMAGED, pages->message[0] ? pages->message : "libtiff cannot read it");
}

tiff_pages *tiff_pages_open(const uint8_t *bytes, size_t count, size_t memory_limit, image_report *report) {
    tiff_pages *pages = calloc(1, sizeof *pages);
    TIFFOpenOptions *options = tiff.options_alloc();
    if (!pages || !options) {
        free(pages);
        if (options) tiff.options_free(options);
        image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory");
        return NULL;
    }
    pages->bytes = bytes;
    pages->count = count;
    pages->is_before_first = true;
    tiff.options_set_memory(options, (tmsize_t)memory_limit);
    tiff.options_set_error(options, keep_message, pages);
    tiff.options_set_warning(options, keep_quiet, pages);
    pages->file =
        tiff.open("image", "r", pages, read_bytes, write_bytes, seek, close_nothing, size, map, unmap, options);
    tiff.options_free(options);
    if (pages->file) return pages;
    damaged(pages, report);
    free(pages);
    return NULL;
}

void tiff_pages_close(tiff_pages *pages) {
    tiff.close(pages->file);
    free(pages);
}

bool tiff_pages_next(tiff_pages *pages, image_report *report) {
    report->message[0] = 0;
    pages->message[0] = 0;
    while (pages->is_before_first || tiff.read_directory(pages->file)) {
        pages->is_before_first = false;
        uint32_t kind = 0;
        // Thumbnails and masks are no pages.
        if (!tiff.get_field(pages->file, TIFFTAG_SUBFILETYPE, &kind)) return true;
        if (!(kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK))) return true;
    }
    if (pages->message[0]) damaged(pages, report);
    return false;
}

image_status tiff_page_read_size(tiff_pages *pages, image_report *report, uint16_t *orientation) {
    pages->message[0] = 0;
    if (!tiff.get_field(pages->file, TIFFTAG_IMAGEWIDTH, &report->width)
        || !tiff.get_field(pages->file, TIFFTAG_IMAGELENGTH, &report->height)) {
        return image_explain(report, IMAGE_DAMAGED, "a page without a size");
    }
    *orientation = ORIENTATION_TOPLEFT;
    tiff.get_field_defaulted(pages->file, TIFFTAG_ORIENTATION, orientation);
    if (*orientation < 1 || *orientation > 8) *orientation = ORIENTATION_TOPLEFT;
    char message[1024] = "";
    if (!tiff.image_ok(pages->file, message)) return image_explain(report, IMAGE_UNSUPPORTED, message);
    return IMAGE_LOADED;
}

image_status tiff_page_read_grey(tiff_pages *pages, image_report *report, uint8_t *grey) {
    size_t count = (size_t)report->width * report->height;
    uint32_t *colours = malloc(count * sizeof *colours);
    if (!colours) return image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory for the colours");
    uint16_t orientation = ORIENTATION_TOPLEFT;
    tiff.get_field_defaulted(pages->file, TIFFTAG_ORIENTATION, &orientation);
    // Asked for what it has, libtiff turns nothing: it knows only half of the eight ways.
    int isRead = tiff.read_image(pages->file, report->width, report->height, colours, orientation, 1);
    // libtiff packs each pixel as a number; on little-endian machines its bytes are red, green, blue, opacity.
    if (isRead) image_grey_row((const uint8_t *)colours, grey, count, true);
    free(colours);
    return isRead ? IMAGE_LOADED : damaged(pages, report);
}
