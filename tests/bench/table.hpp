// The one table a user of the benchmarks reads: a row per stage, beside a plain implementation, the machine's limit and
// the target. Printed as Markdown, so that it can be pasted into docs/performance.md.
#pragma once
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace lykta::bench {

enum class Unit { seconds, megabytes };

/// A duration on the other side of a comparison, and what it is.
struct Compared {
    double value = 0.0;  ///< in the row's unit
    std::string what;    ///< said in a note below the table
};

struct Row {
    std::string stage, size;
    double value = 0.0;  ///< what Lykta took
    Unit unit = Unit::seconds;
    std::optional<Compared> plain;  ///< a plain implementation of the same; sampled ones are scaled up
    std::optional<Compared> limit;  ///< what this machine cannot go below
    std::optional<double> target;   ///< value must stay below it
};
using Rows = std::vector<Row>;

/// Columns aligned, notes numbered below.
void print_table(std::ostream& out, const Rows& rows);

/// "412 µs", "31 ms", "1.94 s", "380 MB"
[[nodiscard]] std::string value_text(double value, Unit unit);

}  // namespace lykta::bench
