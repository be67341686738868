#include "CImageLoading.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include <libheif/heif.h>

static struct {
    __typeof__(&heif_context_alloc) context_alloc;
    __typeof__(&heif_context_free) context_free;
    __typeof__(&heif_context_read_from_memory_without_copy) context_read;
    __typeof__(&heif_context_set_maximum_image_size_limit) context_limit;
    __typeof__(&heif_context_set_max_decoding_threads) context_threads;
    __typeof__(&heif_context_get_primary_image_handle) primary;
    __typeof__(&heif_image_handle_release) handle_release;
    __typeof__(&heif_image_handle_get_width) handle_width;
    __typeof__(&heif_image_handle_get_height) handle_height;
    __typeof__(&heif_decode_image) decode;
    __typeof__(&heif_image_get_plane_readonly) plane;
    __typeof__(&heif_image_get_width) width;
    __typeof__(&heif_image_get_height) height;
    __typeof__(&heif_image_release) image_release;
} heif;

bool heif_library_load(void) {
    if (heif.image_release) return true;
    void *library = image_library("libheif.so.1");
    if (!library) return false;
    heif.context_alloc = dlsym(library, "heif_context_alloc");
    heif.context_free = dlsym(library, "heif_context_free");
    heif.context_read = dlsym(library, "heif_context_read_from_memory_without_copy");
    heif.context_limit = dlsym(library, "heif_context_set_maximum_image_size_limit");
    heif.context_threads = dlsym(library, "heif_context_set_max_decoding_threads");
    heif.primary = dlsym(library, "heif_context_get_primary_image_handle");
    heif.handle_release = dlsym(library, "heif_image_handle_release");
    heif.handle_width = dlsym(library, "heif_image_handle_get_width");
    heif.handle_height = dlsym(library, "heif_image_handle_get_height");
    heif.decode = dlsym(library, "heif_decode_image");
    heif.plane = dlsym(library, "heif_image_get_plane_readonly");
    heif.width = dlsym(library, "heif_image_get_width");
    heif.height = dlsym(library, "heif_image_get_height");
    if (!heif.context_alloc || !heif.context_free || !heif.context_read || !heif.context_limit
        || !heif.context_threads || !heif.primary || !heif.handle_release || !heif.handle_width
        || !heif.handle_height || !heif.decode || !heif.plane || !heif.width || !heif.height) {
        return false;
    }
    heif.image_release = dlsym(library, "heif_image_release");
    return heif.image_release != NULL;
}

struct heif_file {
    struct heif_context *context;
    struct heif_image_handle *handle;
};

static image_status explain(image_report *report, struct heif_error error) {
    switch (error.code) {
    case heif_error_Memory_allocation_error: return image_explain(report, IMAGE_OUT_OF_MEMORY, error.message);
    case heif_error_Unsupported_feature:
    case heif_error_Unsupported_filetype: return image_explain(report, IMAGE_UNSUPPORTED, error.message);
    default: return image_explain(report, IMAGE_DAMAGED, error.message);
    }
}

heif_file *heif_file_open(const uint8_t *bytes, size_t count, image_report *report) {
    heif_file *file = calloc(1, sizeof *file);
    if (!file || !(file->context = heif.context_alloc())) {
        free(file);
        image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory");
        return NULL;
    }
    // A child may not start threads.
    heif.context_threads(file->context, 0);
    heif.context_limit(file->context, 65535);
    struct heif_error error = heif.context_read(file->context, bytes, count, NULL);
    if (error.code == heif_error_Ok) error = heif.primary(file->context, &file->handle);
    if (error.code != heif_error_Ok) {
        explain(report, error);
        heif_file_close(file);
        return NULL;
    }
    int width = heif.handle_width(file->handle), height = heif.handle_height(file->handle);
    report->width = width > 0 ? (uint32_t)width : 0;
    report->height = height > 0 ? (uint32_t)height : 0;
    return file;
}

void heif_file_close(heif_file *file) {
    if (file->handle) heif.handle_release(file->handle);
    heif.context_free(file->context);
    free(file);
}

image_status heif_file_read_grey(heif_file *file, image_report *report, uint8_t *grey) {
    struct heif_image *image = NULL;
    struct heif_error error = heif.decode(file->handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, NULL);
    if (error.code != heif_error_Ok) return explain(report, error);
    int stride = 0;
    const uint8_t *plane = heif.plane(image, heif_channel_interleaved, &stride);
    bool is_same = heif.width(image, heif_channel_interleaved) == (int)report->width
        && heif.height(image, heif_channel_interleaved) == (int)report->height;
    if (plane && is_same && stride >= (int)report->width * 4) {
        for (size_t y = 0; y < report->height; y++) {
            image_grey_row(plane + y * (size_t)stride, grey + y * report->width, report->width, false);
        }
        heif.image_release(image);
        return IMAGE_LOADED;
    }
    heif.image_release(image);
    return image_explain(report, IMAGE_DAMAGED, "its picture is not of the size that it states");
}
