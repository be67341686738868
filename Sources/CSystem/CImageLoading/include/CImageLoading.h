#ifndef C_IMAGE_LOADING_H
#define C_IMAGE_LOADING_H

#include <stddef.h>
#include <stdint.h>

// libjpeg leaves its error handler with longjmp, which must not cross a Swift frame. These functions catch the
// jump on their own side and answer with a status and a message.

typedef enum {
    JPEG_LOADED = 0,
    JPEG_DAMAGED = 1,
    JPEG_UNSUPPORTED = 2,
    JPEG_OUT_OF_MEMORY = 3
} jpeg_status;

typedef struct {
    uint32_t width;
    uint32_t height;
    // Why the last call did not answer JPEG_LOADED; libjpeg's own words (JMSG_LENGTH_MAX is 200).
    char message[200];
} jpeg_picture;

// Reads the header and fills in width and height.
jpeg_status jpeg_read_size(const uint8_t *bytes, size_t count, jpeg_picture *picture);

// Decodes to one grey byte a pixel, without padding between rows.
//
// `grey` holds `width` times `height` bytes as `jpeg_read_size` gave them.
jpeg_status jpeg_read_grey(const uint8_t *bytes, size_t count, jpeg_picture *picture, uint8_t *grey);

#endif
