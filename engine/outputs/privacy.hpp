// What may be shown: at the public level no figure under k incidents leaves in any file.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// True when a count of incidents must not be shown.
[[nodiscard]] bool is_hidden(const RunResult& result, double count);

/// True when a dark share, with the number it is a share of, would give a count under k away.
[[nodiscard]] bool is_hidden(const RunResult& result, const conditions::DarkShare& dark);

/// "12", "12,5" for counts spread over unknown times, "<5" where hidden.
[[nodiscard]] std::string count_text(const RunResult& result, double count);

/// A group of incidents and how many they are.
struct Share {
    std::string name;
    double count = 0;
};
/// Largest first, ties by name. At the public level groups under k are joined into one named `rest`; while that stays
/// under k the smallest shown group joins it, so that no small figure can be found by subtraction.
[[nodiscard]] std::vector<Share> shown_shares(const RunResult& result, const std::map<std::string, double>& by_name,
                                              const std::string& rest);

/// Neither the figure nor the parts it is made of may be shown when one part is hidden.
[[nodiscard]] bool any_hidden(const RunResult& result, const std::vector<double>& counts);

/// The intensity that may be written: at the public level cells with fewer than k incidents within a bandwidth are
/// no data. \pre counts and intensity share their frame
[[nodiscard]] Grid<double> shown_intensity(const RunResult& result);

}  // namespace lykta::outputs
