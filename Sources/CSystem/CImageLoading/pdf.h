#ifndef C_IMAGE_LOADING_PDF_H
#define C_IMAGE_LOADING_PDF_H

// Poppler, through which what it depends on is found too; NULL unless pdf_library_load answered true.
void *pdf_library(void);

#endif
