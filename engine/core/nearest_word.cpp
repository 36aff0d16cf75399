#include "core/nearest_word.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace lykta {

namespace {

std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest_word(const std::string& word, const std::set<std::string>& known) {
    std::string best;
    std::size_t distance = 4;
    for (const auto& k : known) {
        const auto d = edit_distance(word, k);
        if (d < distance) distance = d, best = k;
    }
    return best;
}

}  // namespace lykta
