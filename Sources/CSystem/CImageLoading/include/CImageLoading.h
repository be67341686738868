#ifndef C_IMAGE_LOADING_H
#define C_IMAGE_LOADING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Readers of image files that need C: libjpeg leaves its error handler with longjmp, which must not cross a Swift
// frame, and the libraries of the rarer formats are loaded only when a file needs them, as loading Poppler alone takes
// longer than reading most pictures.
//
// Every reader fills `grey` with one byte a pixel, 0 black, row by row without padding, in the size that it reported
// before; clear pixels count as white.

typedef enum {
    IMAGE_LOADED = 0,
    IMAGE_DAMAGED = 1,
    IMAGE_UNSUPPORTED = 2,
    IMAGE_OUT_OF_MEMORY = 3
} image_status;

typedef struct {
    uint32_t width;
    uint32_t height;
    // Why the last call did not answer IMAGE_LOADED, in the library's own words where it has any.
    char message[200];
} image_report;

// Keeps `message` and answers `status`.
image_status image_explain(image_report *report, image_status status, const char *message);

// One row of pixels of four bytes each, red, green, blue and opacity, to grey on white; colours that are
// `premultiplied` hold their opacity already.
void image_grey_row(const uint8_t *colours, uint8_t *grey, size_t count, bool premultiplied);

// Opens the library `name`, once and for good; NULL when it is not installed.
void *image_library(const char *name);

image_status jpeg_read_size(const uint8_t *bytes, size_t count, image_report *report);
// Also for CMYK and YCCK, which libjpeg does not turn into grey.
image_status jpeg_read_grey(const uint8_t *bytes, size_t count, image_report *report, uint8_t *grey);

// Whether libtiff (4.5 or later) is there.
bool tiff_library_load(void);
typedef struct tiff_pages tiff_pages;
// The bytes must outlive the answer; NULL when it is no TIFF.
tiff_pages *tiff_pages_open(const uint8_t *bytes, size_t count, size_t memory_limit, image_report *report);
void tiff_pages_close(tiff_pages *pages);
// Goes to the next full page; false behind the last, or when the chain of pages is broken: then with a message.
bool tiff_pages_next(tiff_pages *pages, image_report *report);
// The size of the page as stored, and its orientation of 1 … 8.
image_status tiff_page_read_size(tiff_pages *pages, image_report *report, uint16_t *orientation);
image_status tiff_page_read_grey(tiff_pages *pages, image_report *report, uint8_t *grey);

// Whether libwebp is there.
bool webp_library_load(void);
image_status webp_read_size(const uint8_t *bytes, size_t count, image_report *report);
image_status webp_read_grey(const uint8_t *bytes, size_t count, image_report *report, uint8_t *grey);

// Whether libheif is there.
bool heif_library_load(void);
typedef struct heif_file heif_file;
// The bytes must outlive the answer; NULL when no picture is found in them. Fills in the size as seen.
heif_file *heif_file_open(const uint8_t *bytes, size_t count, image_report *report);
void heif_file_close(heif_file *file);
image_status heif_file_read_grey(heif_file *file, image_report *report, uint8_t *grey);

// Whether Poppler and Cairo are there.
bool pdf_library_load(void);
typedef struct pdf_file pdf_file;
// The bytes must outlive the answer; NULL when it cannot be opened: `status` says why.
pdf_file *pdf_file_open(const uint8_t *bytes, size_t count, image_status *status, image_report *report);
void pdf_file_close(pdf_file *file);
int pdf_file_page_count(pdf_file *file);
// The width and height of page `index`, counted from 0, in points of 1/72 inch.
image_status pdf_page_read_size(pdf_file *file, int index, double *width, double *height, image_report *report);
// A rectangle from its left upper to its right lower corner, in points from the left upper corner of the page as
// drawn.
typedef struct {
    double left;
    double top;
    double right;
    double bottom;
} pdf_box;
typedef struct {
    // In UTF-8, NULL when there are none.
    char *characters;
    // One for each character, `count` of them.
    pdf_box *boxes;
    size_t count;
} pdf_text;
// What the document says that is written on page `index`, to be given to pdf_text_free.
pdf_text pdf_page_read_text(pdf_file *file, int index);
void pdf_text_free(pdf_text text);
// Draws page `index` on white, `scale` pixels a point, into report->width × report->height pixels.
image_status pdf_page_read_grey(pdf_file *file, int index, double scale, image_report *report, uint8_t *grey);

// Reads which fonts are installed, and calls `keep` with each file that drawing a page may need to open later: fonts
// for those that a document names and does not hold, and Poppler's tables of Chinese, Japanese and Korean characters.
void pdf_fonts_keep(bool (*keep)(const char *path));

// Whether Tesseract (5) is there.
bool text_library_load(void);
typedef struct text_engine text_engine;
// `languages` as Tesseract names them, with + between them; their tables are read here, from `directory` or, if that is
// NULL, from where Tesseract expects them, and no file later. NULL when none of them can be read, or there is no memory.
text_engine *text_engine_open(const char *directory, const char *languages);
void text_engine_close(text_engine *engine);
// Whether the table of this language was read: Tesseract goes on without one that is missing.
bool text_engine_knows(const text_engine *engine, const char *language);
// The text of a page in UTF-8, to be given to text_engine_free; NULL when Tesseract gives up. `dots` an inch.
char *text_engine_read(text_engine *engine, const uint8_t *grey, int32_t width, int32_t height, int32_t dots);
void text_engine_free(char *text);
// How sure it is of what it read last, in the mean of all words, of 100.
int text_engine_certainty(text_engine *engine);

#endif
