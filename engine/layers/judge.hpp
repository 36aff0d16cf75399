// Row by row: does this pair lie where the file's other rows lie, and if not, what is wrong with it?
#pragma once
#include "layers/bulk.hpp"

namespace lykta::layers {

/// Sets aside pairs that are swapped, in another system, in other units, rounded, out of range, or so far from the bulk
/// that they must be a default for "unknown". Nothing is mended; the mended pair or the fitting system is in the
/// message. \pre bulk.readable rows exist; refuse_wrong_file let the file pass
void judge_rows(Reading& reading, const RawPoints& raw, const Crs& stated, const Bulk& bulk);

/// Sets aside the few rows rounded to whole kilometres or tenths of a degree; a file rounded as a whole gets an issue.
void judge_rounding(Reading& reading, const RawPoints& raw, const Crs& stated);

}  // namespace lykta::layers
