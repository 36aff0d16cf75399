// Features to a Table.
#include "sources/feature_table.hpp"

#include <utility>

namespace lykta::sources {

std::uint32_t FeatureRows::column(const std::string& name) {
    const auto [found, is_new] = m_column_of.try_emplace(name, static_cast<std::uint32_t>(m_names.size()));
    if (is_new) m_names.push_back(name);
    return found->second;
}

void FeatureRows::begin_feature(std::int64_t number, Geometry shape) {
    m_number.push_back(number);
    m_shape.push_back(std::move(shape));
}

void FeatureRows::add_value(std::uint32_t column, std::string_view text) {
    if (text.empty()) return;
    m_values.push_back({.feature = static_cast<std::uint32_t>(m_number.size() - 1),
                        .column = column,
                        .length = static_cast<std::uint32_t>(text.size()),
                        .begin = m_bytes.size()});
    m_bytes += text;
}

Table to_table(std::vector<FeatureRows> stretches, Spatial spatial) {
    FeatureRows all;  // its columns become the table's
    std::size_t features = 0, bytes = 0;
    for (const auto& stretch : stretches) {
        for (const auto& name : stretch.m_names) all.column(name);
        features += stretch.size();
        bytes += stretch.m_bytes.size();
    }
    Table::Parts parts;
    parts.names = all.m_names;
    parts.begin.resize(features * parts.names.size());
    parts.length.resize(features * parts.names.size());
    std::string text;
    text.reserve(bytes);
    for (auto& stretch : stretches) {
        const auto first = parts.row_number.size();
        for (const auto& value : stretch.m_values) {
            const auto column = all.column(stretch.m_names[value.column]);
            const auto cell = (first + value.feature) * parts.names.size() + column;
            parts.begin[cell] = text.size() + value.begin;
            parts.length[cell] = value.length;
        }
        text += stretch.m_bytes;
        parts.row_number.insert(parts.row_number.end(), stretch.m_number.begin(), stretch.m_number.end());
        if (spatial == Spatial::yes)
            std::move(stretch.m_shape.begin(), stretch.m_shape.end(), std::back_inserter(parts.geometry));
    }
    parts.is_spatial = spatial == Spatial::yes;
    parts.bytes = std::make_shared<const std::string>(std::move(text));
    return Table{std::move(parts)};
}

}  // namespace lykta::sources
