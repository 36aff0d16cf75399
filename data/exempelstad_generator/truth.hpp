// truth.json: what was planted, what the files hold, which traps were set.
#pragma once
#include <string>
#include <vector>

#include "tables.hpp"

namespace exempelstad {

[[nodiscard]] std::string truth_json(const Town& town, const std::vector<Event>& events, const DirtyCsv& embrace,
                                     const DirtyCsv& police);

}  // namespace exempelstad
