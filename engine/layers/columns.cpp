// Which column is what: named by the user, else known by its name.
#include "layers/columns.hpp"

#include <algorithm>
#include <charconv>

#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/column_names.hpp"

namespace lykta::layers {

namespace {

std::vector<std::string> plain_names(const sources::Table& table) {
    std::vector<std::string> names;
    for (const auto& name : table.names()) names.push_back(plain_word(name));
    return names;
}

std::vector<std::size_t> columns_called(const std::vector<std::string>& plain, std::string_view word) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i] == word) found.push_back(i);
    }
    return found;
}

template <class Use>
void for_words(std::string_view words, Use use) {
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (end > 0 && !use(words.substr(0, end))) return;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

std::string_view names_of(std::string_view field) {
    for (const auto& entry : field_names()) {
        if (entry.field == field) return entry.names;
    }
    return {};
}

/// Columns of the best known name of a field: none, one, or several that share it.
std::vector<std::size_t> best_columns(const sources::Table& table, std::string_view names) {
    const auto plain = plain_names(table);
    std::vector<std::size_t> found;
    for_words(names, [&](std::string_view word) {
        found = columns_called(plain, word);
        return found.empty();
    });
    return found;
}

[[noreturn]] void refuse_two(const Reading& reading, const std::vector<std::size_t>& columns) {
    const auto& name = reading.table.names()[columns[0]];
    throw Error{
        ErrorCode::bad_input,
        say("{}: two columns are called {} (column {} and column {}), so it is not known which is meant; rename "
            "one, or name the column by its number, e.g. --y \"#{}\" --x \"#{}\"",
            reading.file(), shown(trimmed(name)), columns[0] + 1, columns[1] + 1, columns[0] + 1, columns[1] + 1)};
}

std::optional<std::size_t> by_number(const Reading& reading, std::string_view named) {
    if (!named.starts_with("#")) return {};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(named.data() + 1, named.data() + named.size(), number);
    if (error != std::errc{} || end != named.data() + named.size()) return {};
    if (number < 1 || number > reading.table.columns()) return {};
    return number - 1;
}

void note_taken(Reading& reading, std::string_view field, std::size_t column) {
    add_note(reading, say("{}: column '{}' taken as {}", reading.file(), shown(trimmed(reading.table.names()[column])),
                          std::string(field)));
}

/// Columns of a pair of names; an error when a name stands twice.
std::optional<CoordinateColumns> pair_columns(const Reading& reading, bool degrees_first) {
    const auto found = known_coordinates(reading.table, degrees_first);
    if (!found || found->form != CoordinateColumns::Form::two_columns) return found;
    const auto plain = plain_names(reading.table);
    for (const auto column : {found->y, found->x}) {
        const auto same = columns_called(plain, plain[column]);
        if (same.size() > 1) refuse_two(reading, same);
    }
    return found;
}

/// One half of a pair there twice and the other half not at all: most likely a slip in the header.
void refuse_doubled_half(const Reading& reading) {
    const auto plain = plain_names(reading.table);
    for (const auto& pair : pair_names()) {
        for (const auto word : {pair.x, pair.y}) {
            const auto same = columns_called(plain, word);
            if (same.size() > 1) refuse_two(reading, same);
        }
    }
}

[[noreturn]] void refuse_without(const Reading& reading) {
    throw Error{
        ErrorCode::bad_input,
        say("{}: no coordinates found; the columns are {}. Addresses must be given coordinates (geocoded) first; "
            "if two of these columns hold coordinates, name them with --x (east or longitude) and --y (north or "
            "latitude)",
            reading.file(), column_list(reading.table))};
}

CoordinateColumns named_pair(Reading& reading) {
    const auto& [x, y] = std::pair{reading.options.x, reading.options.y};
    if (x.empty() || y.empty()) {
        throw Error{ErrorCode::bad_option, say("{}: --x and --y belong together; the columns are {}", reading.file(),
                                               column_list(reading.table))};
    }
    CoordinateColumns found{.form = CoordinateColumns::Form::two_columns};
    found.x = named_column(reading, x, "x");
    found.y = named_column(reading, y, "y");
    found.x_name = trimmed(reading.table.names()[found.x]);
    found.y_name = trimmed(reading.table.names()[found.y]);
    return found;
}

bool wants_degrees(const LayerOptions& options, const sources::FormatFound& found) {
    const auto& stated = options.crs.empty() ? found.declared_crs : options.crs;
    return stated.empty() || Crs::from_text(stated).is_geographic();
}

CoordinateColumns of_geometry(const Reading& reading) {
    CoordinateColumns found{.form = CoordinateColumns::Form::geometry, .x_name = "x", .y_name = "y"};
    found.swap_geometry = reading.options.x == "y" && reading.options.y == "x";
    return found;
}

bool looks_like_position(const sources::Table& table, std::size_t column) {
    std::size_t filled = 0, good = 0;
    for (std::size_t row = 0; row < table.rows() && filled < 50; ++row) {
        const auto cell = trimmed(table.cell(row, column));
        if (cell.empty()) continue;
        ++filled;
        const bool starts = cell.starts_with("POINT") || cell.front() == '(' || cell.front() == '-' ||
                            (cell.front() >= '0' && cell.front() <= '9');
        const bool only_numbers = cell.find_first_not_of("0123456789.,;() -POINTZ") == std::string_view::npos;
        good += starts && only_numbers && cell.find_first_of(",; ") != std::string_view::npos ? 1 : 0;
    }
    return filled > 0 && good * 2 > filled;
}

std::optional<CoordinateColumns> position_column(const sources::Table& table) {
    std::optional<CoordinateColumns> found;
    const auto plain = plain_names(table);
    for_words(position_names(), [&](std::string_view word) {
        for (const auto column : columns_called(plain, word)) {
            if (!looks_like_position(table, column)) continue;
            found = CoordinateColumns{.form = CoordinateColumns::Form::one_column, .x = column, .y = column};
            found->x_name = found->y_name = trimmed(table.names()[column]);
            return false;
        }
        return true;
    });
    return found;
}

}  // namespace

std::optional<std::size_t> known_column(const sources::Table& table, std::string_view field) {
    const auto found = best_columns(table, names_of(field));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::size_t named_column(const Reading& reading, const std::string& named, std::string_view field) {
    if (const auto number = by_number(reading, named)) return *number;
    std::vector<std::size_t> same;
    const auto wanted = lowered(trimmed(named));
    for (std::size_t i = 0; i < reading.table.columns(); ++i) {
        if (lowered(trimmed(reading.table.names()[i])) == wanted) same.push_back(i);
    }
    if (same.size() > 1) refuse_two(reading, same);
    if (same.size() == 1) return same[0];
    throw Error{ErrorCode::bad_option,
                say("{}: there is no column '{}' (named for {}); the columns are {}", reading.file(), shown(named),
                    std::string(field), column_list(reading.table))};
}

std::optional<std::size_t> field_column(Reading& reading, std::string_view field, Need need, const std::string& named) {
    const auto listed = reading.options.columns.find(std::string(field));
    const auto& wanted = listed != reading.options.columns.end() ? listed->second : named;
    if (!wanted.empty()) return named_column(reading, wanted, field);
    const auto found = best_columns(reading.table, names_of(field));
    if (!found.empty()) {
        if (found.size() > 1 && need == Need::needed) refuse_two(reading, found);
        note_taken(reading, field, found.front());
        return found.front();
    }
    if (need == Need::wanted) return {};
    throw Error{ErrorCode::bad_input, say("{}: no column for {} was found; the columns are {}. Name it under columns",
                                          reading.file(), std::string(field), column_list(reading.table))};
}

std::optional<CoordinateColumns> known_coordinates(const sources::Table& table, bool degrees_first) {
    const auto plain = plain_names(table);
    for (const bool degrees : {degrees_first, !degrees_first}) {
        for (const auto& pair : pair_names()) {
            if (pair.is_degrees != degrees) continue;
            const auto x = columns_called(plain, pair.x), y = columns_called(plain, pair.y);
            if (x.empty() || y.empty()) continue;
            CoordinateColumns found{CoordinateColumns::Form::two_columns, x[0], y[0], {}, {}, pair.is_degrees, false};
            found.x_name = trimmed(table.names()[x[0]]);
            found.y_name = trimmed(table.names()[y[0]]);
            return found;
        }
    }
    return position_column(table);
}

CoordinateColumns coordinate_columns(Reading& reading) {
    const auto& options = reading.options;
    const bool names_axes = (options.x == "x" && options.y == "y") || (options.x == "y" && options.y == "x");
    if (reading.table.has_geometry() && (options.x.empty() || names_axes)) return of_geometry(reading);
    const auto& format = reading.report.found.format;
    const bool is_table = format == "CSV" || format == "XLSX" || format == "ODS";
    if (reading.table.rows() == 0 && !is_table) return of_geometry(reading);  // no feature to hold a geometry
    if (!options.x.empty() || !options.y.empty()) return named_pair(reading);
    const auto found = pair_columns(reading, wants_degrees(reading.options, reading.report.found));
    if (!found) {
        refuse_doubled_half(reading);
        refuse_without(reading);
    }
    if (found->form == CoordinateColumns::Form::one_column) {
        note_taken(reading, tr("position"), found->x);
    } else {
        note_taken(reading, tr("east or longitude"), found->x);
        note_taken(reading, tr("north or latitude"), found->y);
    }
    return *found;
}

std::string column_list(const sources::Table& table) {
    std::vector<std::string> names;
    for (const auto& name : table.names()) {
        if (names.size() == 40) {
            names.emplace_back("…");
            break;
        }
        names.push_back(shown(trimmed(name)));
    }
    return names.empty() ? say("(none)") : joined(names);
}

}  // namespace lykta::layers
