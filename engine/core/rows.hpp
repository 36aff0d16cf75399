// Row accounting: every row of every source is used, or set aside with its number, a reason and a message.
// rows_read == rows_used + set_aside.size(), always; check_balance() asserts it where a layer is finished.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lykta {

/// Why a row, or one value of a row, could not be used. The names are what `lykta_reason` holds in rejects/*.csv
/// and what --json prints; they are stable. `reason_code` gives the name.
enum class Reason {
    // the row has no usable position
    no_coordinates,       ///< coordinate cells empty
    coordinates_zero,     ///< 0,0 stands for "unknown"
    not_a_number,         ///< a word, NaN, inf, #VALUE! …
    axes_swapped,         ///< x and y hold each other's values; the mended pair is in the message
    outside_crs,          ///< does not fit the stated CRS; the message says which system it fits
    out_of_range,         ///< beyond any place on earth in that CRS
    rounded_coordinates,  ///< precision lost (6,47E+06; whole kilometres)
    outside_window,       ///< inside the CRS but outside the observation window
    no_geometry,          ///< null, missing or empty geometry
    wrong_geometry,       ///< a kind the layer cannot hold (a polygon among incidents)
    invalid_geometry,     ///< could not be repaired
    zero_area,            ///< a polygon without area
    // the row itself is broken
    field_count,    ///< more or fewer fields than the header
    truncated_row,  ///< the file ends inside it
    bad_bytes,      ///< NUL or undecodable bytes
    total_row,      ///< "Summa", "Total": a sum, not a record
    // the row is whole but not part of the question
    outside_period,
    excluded_by_study,
    duplicate,      ///< exact repeat, dropped because the study asks for it
    missing_value,  ///< a value the layer cannot do without
    bad_value,      ///< a value that is impossible
};
[[nodiscard]] std::string_view reason_code(Reason reason);  ///< e.g. "axes_swapped"

/// One row not used. `row` is the line in the file (1 = first line, header included) or the feature id.
struct SetAside {
    std::int64_t row = 0;
    Reason reason = Reason::bad_value;
    std::string message;  ///< names column, value and cure, in the chosen language
    std::string raw;      ///< the row verbatim, as the file holds it
};

enum class Severity { note, warning };

/// Something a reader of the map must know although the rows were used: a value set aside (a time, a lamp's height),
/// a repaired geometry, a pile of incidents on one point, a gap in the period, an encoding that was guessed.
/// `rows` lists at most the first 1,000 rows concerned; `count` counts them all.
struct Issue {
    std::string code;  ///< stable English identifier, e.g. "time_ambiguous", "pile", "precision"
    Severity severity = Severity::warning;
    std::string message;
    std::int64_t count = 0;
    std::vector<std::int64_t> rows;
};
using Issues = std::vector<Issue>;

/// What became of the rows of one source.
struct RowAccount {
    std::string source;            ///< file name as the user gave it, without its folder
    std::string row_word = "row";  ///< "row" where the file has lines, "feature" where it has features
    std::string header;            ///< header line verbatim, empty where there is none (for rejects)
    std::int64_t rows_read = 0;
    std::int64_t rows_used = 0;
    std::vector<SetAside> set_aside;  ///< in row order
    Issues issues;

    [[nodiscard]] bool balances() const { return rows_read == rows_used + static_cast<std::int64_t>(set_aside.size()); }
    [[nodiscard]] bool has_warning() const;  ///< rows set aside, or an issue of severity warning
};

/// Set-aside rows grouped by reason, in order of the Reason list.
struct ReasonCount {
    Reason reason;
    std::vector<std::int64_t> rows;
};
[[nodiscard]] std::vector<ReasonCount> count_by_reason(const RowAccount& account);

}  // namespace lykta
