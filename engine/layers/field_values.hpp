// Typed values of one column: numbers, yes/no words, days. A bad value is set aside with its reason, the row stays.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/columns.hpp"

namespace lykta::layers {

/// Values a field may have, both ends included, and what to say of others.
struct Range {
    double least = -1e300, most = 1e300;
};

/// One optional field of a layer. Collects the values it set aside; report() turns them into issues.
class FieldReader {
public:
    /// Finds the column (options.columns, then known names); absent is fine.
    FieldReader(Reading& reading, std::string_view field);

    [[nodiscard]] bool is_there() const { return m_column.has_value(); }
    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::string_view text(std::size_t row) const;  ///< trimmed; empty without column
    /// The number in the cell; empty where there is none. A word is set aside as a bad value.
    [[nodiscard]] std::optional<double> number(std::size_t row);
    /// The number if it lies in the range; else set aside with `why` ("a lamp is between 0 and 40 m high").
    [[nodiscard]] std::optional<double> number(std::size_t row, const Range& range, std::string_view why);
    /// Days since 1970; a date that cannot be is set aside.
    [[nodiscard]] std::optional<std::int64_t> day(std::size_t row);
    void reject(std::size_t row, std::string_view why);
    /// Issue `bad_value` per reason, naming the column, the rows and the first value.
    void report() const;

private:
    struct Rejected {
        std::string why, first;
        RowsConcerned rows;
    };
    Reading* m_reading;
    std::string m_field;
    std::optional<std::size_t> m_column;
    std::vector<Rejected> m_rejected;
};

enum class Truth { unknown, no, yes, neither };  ///< neither: a word that says neither
/// ja, nej, yes, no, true, false, 1, 0, x …; blank is unknown.
[[nodiscard]] Truth read_truth(std::string_view text);

/// options.defaults of a field, or `otherwise`.
[[nodiscard]] double default_of(const LayerOptions& options, const std::string& field, double otherwise);
/// An issue (note) that counts rows whose value was taken by default.
void note_default(Reading& reading, std::string_view field, double value, std::int64_t count);

}  // namespace lykta::layers
