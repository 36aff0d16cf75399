// Rows that occur more than once: exact repeats, and ids that stand for different rows.
#pragma once
#include "layers/reading.hpp"

namespace lykta::layers {

/// Among the rows still in. Issue `duplicate` names the repeated ids (or rows), `duplicate_id` ids with different
/// content. Nothing is dropped unless options.drop_duplicates: then every repeat after the first is set aside.
/// In a file without id and time column a repeat may be two incidents at one spot: then it is a note.
/// \correctness ../shared/badinput/csv/15; 111 and 24 repeats in the Chicago and Syracuse files
void find_duplicates(Reading& reading);

}  // namespace lykta::layers
