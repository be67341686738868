#include "CImageLoading.h"

#include <dlfcn.h>
#include <stdlib.h>

#include "pdf.h"

// The few functions that are used, as poppler.h of version 22.12, glib.h and cairo.h declare them: nothing of Poppler is
// needed to build, and a machine without it reads all but PDF.
typedef struct PopplerDocument PopplerDocument;
typedef struct PopplerPage PopplerPage;
typedef struct GBytes GBytes;
typedef struct cairo_surface cairo_surface_t;
typedef struct cairo_context cairo_t;
typedef struct {
    uint32_t domain;
    int code;
    char *message;
} GError;
enum { POPPLER_ERROR_ENCRYPTED = 1 };
enum { CAIRO_FORMAT_RGB24 = 1 };
enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_NO_MEMORY = 1 };
typedef void (*log_handler)(const char *domain, int level, const char *message, void *data);

static struct {
    void *library;
    GBytes *(*bytes_new)(const void *data, size_t count);
    void (*bytes_unref)(GBytes *bytes);
    void (*unref)(void *object);
    void (*error_free)(GError *error);
    log_handler (*set_log)(log_handler handler, void *data);
    PopplerDocument *(*open)(GBytes *bytes, const char *password, GError **error);
    int (*page_count)(PopplerDocument *document);
    PopplerPage *(*page)(PopplerDocument *document, int index);
    void (*size)(PopplerPage *page, double *width, double *height);
    void (*render)(PopplerPage *page, cairo_t *context);
    char *(*text)(PopplerPage *page);
    int (*layout)(PopplerPage *page, pdf_box **boxes, unsigned *count);
    void (*free)(void *memory);
    cairo_surface_t *(*surface)(unsigned char *data, int format, int width, int height, int stride);
    void (*surface_destroy)(cairo_surface_t *surface);
    void (*surface_flush)(cairo_surface_t *surface);
    cairo_t *(*create)(cairo_surface_t *surface);
    void (*destroy)(cairo_t *context);
    int (*status)(cairo_t *context);
    void (*scale)(cairo_t *context, double x, double y);
} pdf;

static void keep_quiet(const char *domain, int level, const char *message, void *data) {
    (void)domain, (void)level, (void)message, (void)data;
}

bool pdf_library_load(void) {
    if (pdf.scale) return true;
    // Poppler brings GLib and Cairo with it; what it depends on is found through it.
    void *library = image_library("libpoppler-glib.so.8");
    if (!library) return false;
    pdf.bytes_new = dlsym(library, "g_bytes_new_static");
    pdf.bytes_unref = dlsym(library, "g_bytes_unref");
    pdf.unref = dlsym(library, "g_object_unref");
    pdf.error_free = dlsym(library, "g_error_free");
    pdf.set_log = dlsym(library, "g_log_set_default_handler");
    pdf.open = dlsym(library, "poppler_document_new_from_bytes");
    pdf.page_count = dlsym(library, "poppler_document_get_n_pages");
    pdf.page = dlsym(library, "poppler_document_get_page");
    pdf.size = dlsym(library, "poppler_page_get_size");
    pdf.render = dlsym(library, "poppler_page_render");
    pdf.text = dlsym(library, "poppler_page_get_text");
    pdf.layout = dlsym(library, "poppler_page_get_text_layout");
    pdf.free = dlsym(library, "g_free");
    pdf.surface = dlsym(library, "cairo_image_surface_create_for_data");
    pdf.surface_destroy = dlsym(library, "cairo_surface_destroy");
    pdf.surface_flush = dlsym(library, "cairo_surface_flush");
    pdf.create = dlsym(library, "cairo_create");
    pdf.destroy = dlsym(library, "cairo_destroy");
    pdf.status = dlsym(library, "cairo_status");
    if (!pdf.bytes_new || !pdf.bytes_unref || !pdf.unref || !pdf.error_free || !pdf.set_log || !pdf.open
        || !pdf.page_count || !pdf.page || !pdf.size || !pdf.render || !pdf.text || !pdf.layout || !pdf.free
        || !pdf.surface || !pdf.surface_destroy || !pdf.surface_flush || !pdf.create || !pdf.destroy || !pdf.status) {
        return false;
    }
    pdf.set_log(keep_quiet, NULL);
    pdf.library = library;
    pdf.scale = dlsym(library, "cairo_scale");
    return pdf.scale != NULL;
}

void *pdf_library(void) { return pdf.library; }

struct pdf_file {
    PopplerDocument *document;
};

pdf_file *pdf_file_open(const uint8_t *bytes, size_t count, image_status *status, image_report *report) {
    pdf_file *file = calloc(1, sizeof *file);
    if (!file) {
        *status = image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory");
        return NULL;
    }
    GError *error = NULL;
    GBytes *data = pdf.bytes_new(bytes, count);
    file->document = pdf.open(data, NULL, &error);
    pdf.bytes_unref(data);
    if (file->document) return file;
    bool is_locked = error && error->code == POPPLER_ERROR_ENCRYPTED;
    *status = is_locked ? image_explain(report, IMAGE_UNSUPPORTED, "it is locked with a password")
                        : image_explain(report, IMAGE_DAMAGED, error ? error->message : "Poppler cannot open it");
    if (error) pdf.error_free(error);
    free(file);
    return NULL;
}

void pdf_file_close(pdf_file *file) {
    pdf.unref(file->document);
    free(file);
}

int pdf_file_page_count(pdf_file *file) { return pdf.page_count(file->document); }

image_status pdf_page_read_size(pdf_file *file, int index, double *width, double *height, image_report *report) {
    PopplerPage *page = pdf.page(file->document, index);
    if (!page) return image_explain(report, IMAGE_DAMAGED, "a page that is listed is missing");
    pdf.size(page, width, height);
    pdf.unref(page);
    return IMAGE_LOADED;
}

pdf_text pdf_page_read_text(pdf_file *file, int index) {
    pdf_text text = {NULL, NULL, 0};
    PopplerPage *page = pdf.page(file->document, index);
    if (!page) return text;
    unsigned count = 0;
    text.characters = pdf.text(page);
    if (text.characters && pdf.layout(page, &text.boxes, &count)) text.count = count;
    pdf.unref(page);
    return text;
}

void pdf_text_free(pdf_text text) {
    pdf.free(text.characters);
    pdf.free(text.boxes);
}

image_status pdf_page_read_grey(pdf_file *file, int index, double scale, image_report *report, uint8_t *grey) {
    size_t count = (size_t)report->width * report->height;
    uint32_t *colours = malloc(count * sizeof *colours);
    if (!colours) return image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory for the colours");
    for (size_t pixel = 0; pixel < count; pixel++) colours[pixel] = 0xFFFFFFFF;
    PopplerPage *page = pdf.page(file->document, index);
    cairo_surface_t *surface = pdf.surface((unsigned char *)colours, CAIRO_FORMAT_RGB24, (int)report->width,
                                           (int)report->height, (int)report->width * 4);
    cairo_t *context = pdf.create(surface);
    bool is_drawn = false;
    if (page && pdf.status(context) == CAIRO_STATUS_SUCCESS) {
        pdf.scale(context, scale, scale);
        pdf.render(page, context);
        pdf.surface_flush(surface);
        is_drawn = pdf.status(context) == CAIRO_STATUS_SUCCESS;
    }
    bool has_no_memory = pdf.status(context) == CAIRO_STATUS_NO_MEMORY;
    pdf.destroy(context);
    pdf.surface_destroy(surface);
    if (page) pdf.unref(page);
    for (size_t pixel = 0; is_drawn && pixel < count; pixel++) {
        uint32_t red = colours[pixel] >> 16 & 255, green = colours[pixel] >> 8 & 255, blue = colours[pixel] & 255;
        grey[pixel] = (uint8_t)((77 * red + 150 * green + 29 * blue + 128) >> 8);
    }
    free(colours);
    if (is_drawn) return IMAGE_LOADED;
    return has_no_memory ? image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory to draw the page")
                         : image_explain(report, IMAGE_DAMAGED, "Poppler cannot draw the page");
}
