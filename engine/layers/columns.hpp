// Which column is what: named by the user, else known by its name. Names are compared without case, blanks, marks.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "layers/reading.hpp"

namespace lykta::layers {

enum class Need { needed, wanted };

/// The column of a field ("time", "height" …): options.columns, else `named` (the field's own option), else the first
/// of the known names that the file has. What was taken without being named is noted in the report.
///
/// A user may also name a column by its number, "#6", the way out when two columns share a name.
/// \throws Error{bad_option}  a named column is not in the file; the columns are listed
/// \throws Error{bad_input}   two columns have the name (both are numbered), or a needed field has no column
[[nodiscard]] std::optional<std::size_t> field_column(Reading& reading, std::string_view field,
                                                      Need need = Need::wanted, const std::string& named = {});

/// The same without notes or errors, for detection: by known names only.
[[nodiscard]] std::optional<std::size_t> known_column(const sources::Table& table, std::string_view field);

/// A column the user named. \throws as field_column
[[nodiscard]] std::size_t named_column(const Reading& reading, const std::string& named, std::string_view field);

/// Where the coordinates stand.
struct CoordinateColumns {
    enum class Form { geometry, two_columns, one_column } form = Form::geometry;
    std::size_t x = 0, y = 0;    ///< two_columns: theirs; one_column: x alone
    std::string x_name, y_name;  ///< as messages say them; "x" and "y" of a geometry
    bool is_degrees = false;     ///< the names say longitude and latitude
    bool swap_geometry = false;  ///< the user said --x y --y x
};
/// \throws Error{bad_input}  no coordinates: the columns are listed; two columns share a needed name
/// \throws Error{bad_option} a named column is not in the file
[[nodiscard]] CoordinateColumns coordinate_columns(Reading& reading);
/// Without a Reading, for detection; empty when there are none.
[[nodiscard]] std::optional<CoordinateColumns> known_coordinates(const sources::Table& table, bool degrees_first);

/// "id, tidpunkt, brottstyp", at most 40 of them.
[[nodiscard]] std::string column_list(const sources::Table& table);

}  // namespace lykta::layers
