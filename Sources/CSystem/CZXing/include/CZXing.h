#ifndef C_ZXING_H
#define C_ZXING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The C face of ZXing-C++ (libZXing 1.4 or later), whose exceptions must not cross a Swift frame.
//
// Its calls for several linear codes at once are left alone: two labels of the same text on one page end the process
// there, by an assertion that Debian's build keeps.

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    ZXING_CODABAR,
    ZXING_CODE_39,
    ZXING_CODE_93,
    ZXING_CODE_128,
    ZXING_EAN_13,
    ZXING_EAN_8,
    ZXING_ITF,
    ZXING_UPC_A,
    ZXING_UPC_E,
    ZXING_QR,
    ZXING_DATA_MATRIX
} zxing_symbology;

typedef struct {
    zxing_symbology symbology;
    // As the symbol holds them; where it names a character set, and so `is_text`, in UTF-8.
    const uint8_t *bytes;
    size_t count;
    bool is_text;
    // Such as "]C0"; empty when the library has none.
    const char *aim;
    // On how many lines a linear code was read.
    int32_t lines;
    // The corners in order around the code, x and y in turn; those of a linear code span the lines that were read.
    int32_t corners[8];
} zxing_code;

typedef void (*zxing_report)(void *context, const zxing_code *code);

// Bits of `1 << zxing_symbology`.
typedef uint32_t zxing_symbologies;

// Reports at most one linear code, read on at least `lines` rows of the picture; false when memory runs out.
//
// Pixels are one grey byte each, row by row without padding.
bool zxing_find_linear(const uint8_t *pixels, int32_t width, int32_t height, zxing_symbologies wanted, int32_t lines,
                       void *context, zxing_report report);

// Reports the linear code of a picture that shows nothing else, upright, with sharp edges and white space beside it; false
// when memory runs out. One row is looked at.
bool zxing_read_linear(const uint8_t *pixels, int32_t width, int32_t height, zxing_symbologies wanted, void *context,
                       zxing_report report);

// Reports every QR code of the picture; false when memory runs out.
bool zxing_find_qr(const uint8_t *pixels, int32_t width, int32_t height, void *context, zxing_report report);

// Reports the QR code of a picture that shows nothing else, upright and with sharp edges; false when memory runs out.
bool zxing_read_qr(const uint8_t *pixels, int32_t width, int32_t height, void *context, zxing_report report);

// Reports the Data Matrix code of a picture that shows nothing else, upright and with sharp edges; false when memory
// runs out.
bool zxing_read_data_matrix(const uint8_t *pixels, int32_t width, int32_t height, void *context, zxing_report report);

#ifdef __cplusplus
}
#endif

#endif
