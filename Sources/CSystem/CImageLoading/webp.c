#include "CImageLoading.h"

#include <dlfcn.h>
#include <stdlib.h>

#include <webp/decode.h>

static struct {
    __typeof__(&WebPGetFeaturesInternal) features;
    __typeof__(&WebPDecodeRGBAInto) decode;
} webp;

bool webp_library_load(void) {
    if (webp.decode) return true;
    void *library = image_library("libwebp.so.7");
    if (!library) return false;
    webp.features = dlsym(library, "WebPGetFeaturesInternal");
    if (!webp.features) return false;
    webp.decode = dlsym(library, "WebPDecodeRGBAInto");
    return webp.decode != NULL;
}

static image_status explain(image_report *report, VP8StatusCode code) {
    switch (code) {
    case VP8_STATUS_OUT_OF_MEMORY: return image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory");
    case VP8_STATUS_UNSUPPORTED_FEATURE: return image_explain(report, IMAGE_UNSUPPORTED, "an unknown feature");
    case VP8_STATUS_NOT_ENOUGH_DATA: return image_explain(report, IMAGE_DAMAGED, "it is cut short");
    default: return image_explain(report, IMAGE_DAMAGED, "its data contradict themselves");
    }
}

image_status webp_read_size(const uint8_t *bytes, size_t count, image_report *report) {
    WebPBitstreamFeatures features;
    VP8StatusCode code = webp.features(bytes, count, &features, WEBP_DECODER_ABI_VERSION);
    if (code != VP8_STATUS_OK) return explain(report, code);
    if (features.has_animation) return image_explain(report, IMAGE_UNSUPPORTED, "it is animated");
    if (features.width <= 0 || features.height <= 0) return explain(report, VP8_STATUS_BITSTREAM_ERROR);
    report->width = (uint32_t)features.width;
    report->height = (uint32_t)features.height;
    return IMAGE_LOADED;
}

image_status webp_read_grey(const uint8_t *bytes, size_t count, image_report *report, uint8_t *grey) {
    size_t pixels = (size_t)report->width * report->height;
    uint8_t *colours = malloc(pixels * 4);
    if (!colours) return image_explain(report, IMAGE_OUT_OF_MEMORY, "no memory for the colours");
    bool is_read = webp.decode(bytes, count, colours, pixels * 4, (int)report->width * 4) != NULL;
    if (is_read) image_grey_row(colours, grey, pixels, false);
    free(colours);
    return is_read ? IMAGE_LOADED : image_explain(report, IMAGE_DAMAGED, "libwebp cannot read its pixels");
}
