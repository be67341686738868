#include "CImageLoading.h"

#include <dlfcn.h>
#include <stdio.h>

image_status image_explain(image_report *report, image_status status, const char *message) {
    snprintf(report->message, sizeof report->message, "%s", message ? message : "");
    return status;
}

void image_grey_row(const uint8_t *colours, uint8_t *grey, size_t count, bool premultiplied) {
    for (size_t index = 0; index < count; index++, colours += 4) {
        // The weights of ITU-R BT.601 in 1/256.
        uint32_t value = (77u * colours[0] + 150u * colours[1] + 29u * colours[2] + 128u) >> 8;
        uint32_t opacity = colours[3];
        if (!premultiplied) value = (value * opacity + 127u) / 255u;
        value += 255u - opacity;
        grey[index] = value > 255u ? 255u : (uint8_t)value;
    }
}

void *image_library(const char *name) { return dlopen(name, RTLD_NOW | RTLD_LOCAL); }
