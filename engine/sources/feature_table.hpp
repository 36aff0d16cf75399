// Collecting features, their attributes and shapes, into a Table: for formats that have features instead of lines.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sources/table.hpp"

namespace lykta::sources {

enum class Spatial { yes, no };

/// Features of one stretch of a file. Columns are the union of the attributes, in order of first appearance.
class FeatureRows {
public:
    /// Column of an attribute, made when it is new.
    std::uint32_t column(const std::string& name);
    void begin_feature(std::int64_t number, Geometry shape);
    void add_value(std::uint32_t column, std::string_view text);

    [[nodiscard]] std::size_t size() const { return m_number.size(); }
    friend Table to_table(std::vector<FeatureRows> stretches, Spatial spatial);

private:
    struct Value {
        std::uint32_t feature, column, length;
        std::uint64_t begin;
    };
    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::uint32_t> m_column_of;  // looked up only, never walked through
    std::vector<std::int64_t> m_number;
    std::vector<Geometry> m_shape;
    std::vector<Value> m_values;
    std::string m_bytes;
};

/// Joins stretches, in order, to one table.
/// \param spatial  whether the format gives its features shapes; without, the table has none
[[nodiscard]] Table to_table(std::vector<FeatureRows> stretches, Spatial spatial);

}  // namespace lykta::sources
