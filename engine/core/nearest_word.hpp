// What was probably meant by a mistyped word.
#pragma once
#include <set>
#include <string>

namespace lykta {

/// The known word nearest to a mistyped one (edit distance at most 3), or empty. Ties by the words' order.
/// \correctness  hand cases (tests/study/study_file_test.cpp)
[[nodiscard]] std::string nearest_word(const std::string& word, const std::set<std::string>& known);

}  // namespace lykta
