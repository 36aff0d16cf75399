// One raw coordinate pair per row, in the file's own system.
#include "layers/raw_points.hpp"

#include <atomic>
#include <charconv>
#include <cmath>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "sources/values.hpp"

namespace lykta::layers {

namespace {

constexpr std::size_t block = 16'384;

struct Cell {
    double value = 0.0;
    sources::NumberTrouble trouble = sources::NumberTrouble::none;
    bool had_unit = false, had_thousands = false, sexagesimal = false;
};

/// "6473033.1" and nothing else; the many other forms go to read_number.
bool read_plain(std::string_view text, double& value) {
    if (text.empty() || text.size() > 24) return false;
    for (const char c : text) {
        if ((c < '0' || c > '9') && c != '.' && c != '-') return false;
    }
    if (text.find('.') != text.rfind('.')) return false;  // 6.475.213
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

Cell read_cell(std::string_view text, Sexagesimal sexagesimal) {
    Cell cell;
    if (read_plain(text, cell.value)) return cell;
    if (sexagesimal == Sexagesimal::read) {
        if (const auto degrees = sources::read_degrees_minutes_seconds(trimmed(text))) {
            cell.value = *degrees;
            cell.sexagesimal = true;
            return cell;
        }
    }
    const auto number = sources::read_number(text);
    return {number.value, number.trouble, number.had_unit, number.had_thousands, false};
}

RawTrouble trouble_of(const Cell& x, const Cell& y) {
    using sources::NumberTrouble;
    const bool no_x = x.trouble == NumberTrouble::empty, no_y = y.trouble == NumberTrouble::empty;
    if (no_x && no_y) return RawTrouble::neither;
    if (x.trouble == NumberTrouble::not_a_number || y.trouble == NumberTrouble::not_a_number) {
        return RawTrouble::not_a_number;
    }
    if (no_x || no_y) return no_x ? RawTrouble::no_x : RawTrouble::no_y;
    const bool rounded = x.trouble == NumberTrouble::rounded || y.trouble == NumberTrouble::rounded;
    return rounded ? RawTrouble::rounded : RawTrouble::none;
}

/// What one block of rows tells besides its points.
struct BlockCount {
    std::int64_t thousands = 0, unit = 0;
    std::vector<std::int64_t> sexagesimal;
};

void read_columns(const Reading& reading, Sexagesimal sexagesimal, RawPoints& raw) {
    const auto& table = reading.table;
    std::vector<BlockCount> counts((table.rows() + block - 1) / block);
    parallel_blocks(table.rows(), block, [&](std::size_t first, std::size_t last) {
        auto& count = counts[first / block];
        for (std::size_t row = first; row < last; ++row) {
            const auto x = read_cell(table.cell(row, raw.columns.x), sexagesimal);
            const auto y = read_cell(table.cell(row, raw.columns.y), sexagesimal);
            raw.point[row] = {x.value, y.value};
            raw.trouble[row] = trouble_of(x, y);
            count.thousands += x.had_thousands || y.had_thousands ? 1 : 0;
            count.unit += x.had_unit || y.had_unit ? 1 : 0;
            if (x.sexagesimal || y.sexagesimal) count.sexagesimal.push_back(table.row_number(row));
        }
    });
    for (const auto& count : counts) {
        raw.with_thousands += count.thousands;
        raw.with_unit += count.unit;
        for (const auto row : count.sexagesimal) raw.in_sexagesimal.add(row);
    }
}

/// "58.4,15.6" (latitude first, as maps on the web write it), "(41.9, -87.6)", "POINT (15.6 58.4)" (longitude first).
bool read_position(std::string_view text, Point& point) {
    const bool wkt = text.starts_with("POINT");
    double values[2] = {0, 0};
    int found = 0;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    while (at < end && found < 2) {
        const bool starts = (*at >= '0' && *at <= '9') || *at == '-';
        if (!starts) {
            ++at;
            continue;
        }
        const auto [next, error] = std::from_chars(at, end, values[found]);
        if (error != std::errc{}) return false;
        ++found;
        at = next;
    }
    if (found < 2) return false;
    point = wkt ? Point{values[0], values[1]} : Point{values[1], values[0]};
    return true;
}

void read_positions(const Reading& reading, RawPoints& raw) {
    const auto& table = reading.table;
    parallel_blocks(table.rows(), block, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            const auto text = trimmed(table.cell(row, raw.columns.x));
            if (text.empty()) {
                raw.trouble[row] = RawTrouble::neither;
            } else if (!read_position(text, raw.point[row])) {
                raw.trouble[row] = RawTrouble::not_a_number;
            }
        }
    });
}

/// First vertex of a geometry; false when it has none.
bool first_vertex(const Geometry& geometry, Point& point) {
    if (const auto* p = std::get_if<Point>(&geometry)) return point = *p, true;
    if (const auto* many = std::get_if<MultiPoint>(&geometry)) {
        if (!many->empty()) return point = many->front(), true;
    } else if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        for (const auto& line : lines->lines) {
            if (!line.empty()) return point = line.front(), true;
        }
    } else if (const auto* polygons = std::get_if<MultiPolygon>(&geometry)) {
        for (const auto& polygon : *polygons) {
            if (!polygon.outer.empty()) return point = polygon.outer.front(), true;
        }
    }
    return false;
}

void read_geometries(const Reading& reading, RawPoints& raw) {
    for (std::size_t row = 0; row < reading.table.rows(); ++row) {
        if (!first_vertex(reading.table.geometry(row), raw.point[row])) raw.trouble[row] = RawTrouble::no_geometry;
        if (raw.columns.swap_geometry) std::swap(raw.point[row].x, raw.point[row].y);
    }
}

std::string cell_problem(const Reading& reading, const RawPoints& raw, std::size_t row) {
    std::vector<std::string> parts;
    for (const auto& [column, name] :
         {std::pair{raw.columns.y, raw.columns.y_name}, {raw.columns.x, raw.columns.x_name}}) {
        const auto text = reading.table.cell(row, column);
        const auto trouble = read_cell(text, Sexagesimal::read).trouble;
        if (trouble == sources::NumberTrouble::not_a_number) parts.push_back(say("{} is '{}'", name, shown(text)));
        if (raw.columns.form == CoordinateColumns::Form::one_column) break;
    }
    return joined(parts);
}

std::string missing_text(const RawPoints& raw, std::size_t row) {
    const auto& c = raw.columns;
    if (c.form == CoordinateColumns::Form::one_column) return say("{} is empty", c.x_name);
    if (raw.trouble[row] == RawTrouble::no_x) return say("{} is empty", c.x_name);
    if (raw.trouble[row] == RawTrouble::no_y) return say("{} is empty", c.y_name);
    return say("{} and {} are empty", c.y_name, c.x_name);
}

}  // namespace

RawPoints raw_points(const Reading& reading, const CoordinateColumns& columns, Sexagesimal sexagesimal) {
    RawPoints raw{.columns = columns};
    raw.point.resize(reading.table.rows());
    raw.trouble.assign(reading.table.rows(), RawTrouble::none);
    switch (columns.form) {
        case CoordinateColumns::Form::geometry:
            read_geometries(reading, raw);
            break;
        case CoordinateColumns::Form::two_columns:
            read_columns(reading, sexagesimal, raw);
            break;
        case CoordinateColumns::Form::one_column:
            read_positions(reading, raw);
            break;
    }
    return raw;
}

std::string pair_text(const Reading& reading, const RawPoints& raw, std::size_t row) {
    const auto& c = raw.columns;
    if (c.form == CoordinateColumns::Form::one_column) {
        return fmt::format("{} {}", c.x_name, shown(trimmed(reading.table.cell(row, c.x))));
    }
    if (c.form == CoordinateColumns::Form::two_columns) {
        return fmt::format("{} {}, {} {}", c.y_name, shown(trimmed(reading.table.cell(row, c.y))), c.x_name,
                           shown(trimmed(reading.table.cell(row, c.x))));
    }
    return fmt::format("x {}, y {}", raw.point[row].x, raw.point[row].y);
}

void set_aside_unreadable(Reading& reading, const RawPoints& raw) {
    for (std::size_t row = 0; row < raw.point.size(); ++row) {
        const auto trouble = raw.trouble[row];
        if (trouble == RawTrouble::none) {
            if (raw.point[row] != Point{0.0, 0.0}) continue;
            set_aside(reading, row, Reason::coordinates_zero,
                      say("{}: 0,0 stands for an unknown place", pair_text(reading, raw, row)));
        } else if (trouble == RawTrouble::no_geometry) {
            set_aside(reading, row, Reason::no_geometry, say("no geometry, or an empty one"));
        } else if (trouble == RawTrouble::not_a_number) {
            set_aside(
                reading, row, Reason::not_a_number,
                say("{}, not a number; give the coordinate or leave the cell empty", cell_problem(reading, raw, row)));
        } else if (trouble == RawTrouble::rounded) {
            set_aside(
                reading, row, Reason::rounded_coordinates,
                say("{}: the exponent form has lost digits, the place is rounded to kilometres; export again with "
                    "the column as a number with all digits",
                    pair_text(reading, raw, row)));
        } else {
            set_aside(reading, row, Reason::no_coordinates, missing_text(raw, row));
        }
    }
    if (raw.with_thousands > 0) {
        add_note(reading,
                 say("{}: thousand marks in {} rows' coordinates were read", reading.file(), raw.with_thousands));
    }
    if (raw.with_unit > 0) {
        add_note(reading,
                 say("{}: letters or units in {} rows' coordinates were read past", reading.file(), raw.with_unit));
    }
    add_issue(reading,
              {"degrees_minutes_seconds", Severity::warning,
               say("columns {} and {} hold degrees, minutes and seconds, read as such", raw.columns.y_name,
                   raw.columns.x_name)},
              raw.in_sexagesimal);
}

}  // namespace lykta::layers
