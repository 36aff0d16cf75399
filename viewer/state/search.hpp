// Searching for a street, a place or an area by name, number or id; accents and capitals do not matter.
#pragma once
#include <string>
#include <vector>

#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

/// Everything of one project that has a name, made once.
struct SearchIndex {
    struct Entry {
        std::string plain;   ///< letters and digits only
        std::string number;  ///< of a place: its rank and its id, plain
        SearchHit hit;
    };
    const Project* project = nullptr;  ///< the one it was made of
    std::vector<Entry> entries;
};
constexpr std::size_t most_hits = 12;
[[nodiscard]] SearchIndex search_index(const Project& project);
/// A place by its number or id, the whole name, names that begin with the text, those that hold it; shorter ones first.
[[nodiscard]] std::vector<SearchHit> search_hits(const SearchIndex& index, const std::string& text);

}  // namespace lykta::viewer
