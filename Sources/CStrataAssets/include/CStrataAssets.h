#ifndef CSTRATA_ASSETS_H
#define CSTRATA_ASSETS_H

#include <stddef.h>

/// A file of Migrations/ or Seeds/, as it was when the binary was built.
struct strata_asset {
    const char *_Nonnull path;            ///< from the top of the project, with '/'
    const unsigned char *_Nonnull bytes;  ///< followed by a zero that is not counted
    size_t size;
};

/// How many files there are.
int strata_asset_count(void);

/// The file at an index from 0 up to the count; never NULL there.
const struct strata_asset *_Nonnull strata_asset_at(int index);

#endif
