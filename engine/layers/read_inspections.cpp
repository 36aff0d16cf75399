// Inspections of buildings: one row an item (long form), or one row a building with pass and fail dates (wide form).
#include <algorithm>
#include <array>

#include "core/language.hpp"
#include "layers/coordinates.hpp"
#include "layers/field_values.hpp"
#include "layers/layer_of.hpp"

namespace lykta::layers {

namespace {

using Day = std::optional<std::int64_t>;

/// An item of the wide form: two columns of dates.
struct WideItem {
    std::string name;
    std::size_t pass = 0, fail = 0;
};

std::string without(const std::string& text, std::string_view part) {
    const auto at = text.find(part);
    return at == std::string::npos ? std::string{} : text.substr(0, at) + text.substr(at + part.size());
}

/// Columns that differ only in pass/fail (godkänd/underkänd): "RR_ext_insp_pass" and "RR_ext_insp_fail".
std::vector<WideItem> wide_items(const sources::Table& table) {
    constexpr std::array words{std::pair{"pass", "fail"}, std::pair{"godkand", "underkand"}};
    std::vector<std::string> plain;
    for (const auto& name : table.names()) plain.push_back(plain_word(name));
    std::vector<WideItem> items;
    for (std::size_t pass = 0; pass < plain.size(); ++pass) {
        for (const auto& [good, bad] : words) {
            const auto stem = without(plain[pass], good);
            if (stem.empty()) continue;
            for (std::size_t fail = 0; fail < plain.size(); ++fail) {
                if (without(plain[fail], bad) == stem) items.push_back({stem, pass, fail});
            }
        }
    }
    return items;
}

/// Failed after the last pass: failed. Passed after a failure: remedied.
ItemState state_of(Day passed, Day failed) {
    if (!passed && !failed) return ItemState::unknown;
    if (!failed) return ItemState::passed;
    if (!passed) return ItemState::failed;
    return *passed >= *failed ? ItemState::remedied : ItemState::failed;
}

ItemState state_of_word(std::string_view text) {
    constexpr std::array passed{"ok", "godkand", "ja", "pass", "passed", "approved", "utananmarkning", "no", "yes"};
    constexpr std::array failed{"ejgodkand", "underkand", "brist",  "nej",        "fail",        "failed",
                                "open",      "oppen",     "remark", "anmarkning", "residential", "commercial"};
    constexpr std::array remedied{"atgardad", "closed", "stangd", "remedied", "fixed", "avslutad", "complied"};
    const auto word = plain_word(text);
    const auto is_in = [&](const auto& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
    if (is_in(remedied)) return ItemState::remedied;
    if (is_in(failed)) return ItemState::failed;
    return is_in(passed) ? ItemState::passed : ItemState::unknown;
}

struct Rows {
    Reading& reading;
    const Placed& placed;
    const std::vector<std::size_t>& rows;
};

std::vector<InspectionItem> wide_form(const Rows& in, const std::vector<WideItem>& wide, FieldReader& building) {
    std::vector<InspectionItem> items;
    auto& reading = in.reading;
    for (const auto& item : wide) {
        const auto name = shown(reading.table.names()[item.fail]);
        reading.options.columns["item_pass"] = reading.table.names()[item.pass];
        reading.options.columns["item_fail"] = reading.table.names()[item.fail];
        FieldReader pass(reading, "item_pass"), fail(reading, "item_fail");
        for (const auto row : in.rows) {
            const auto passed = pass.day(row), failed = fail.day(row);
            InspectionItem one{.building_id = std::string(building.text(row)), .item = item.name};
            one.position = in.placed.point[row];
            one.state = state_of(passed, failed);
            one.day = passed && failed ? std::max(*passed, *failed) : (passed ? passed : failed);
            one.row = reading.row_number(row);
            items.push_back(std::move(one));
        }
        pass.report();
        fail.report();
        add_note(reading, say("{}: {} read as an item with pass and fail dates", reading.file(), name));
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const InspectionItem& a, const InspectionItem& b) { return a.row < b.row; });
    return items;
}

std::vector<InspectionItem> long_form(const Rows& in, FieldReader& building) {
    auto& reading = in.reading;
    FieldReader item(reading, "item"), weight(reading, "weight"), mandatory(reading, "mandatory");
    FieldReader state(reading, "item_state"), day(reading, "inspected");
    std::vector<InspectionItem> items;
    for (const auto row : in.rows) {
        InspectionItem one{.building_id = std::string(building.text(row)), .item = std::string(item.text(row))};
        one.position = in.placed.point[row];
        one.weight = weight.number(row, {.least = 0.0, .most = 1e6}, tr("a weight is not negative")).value_or(1.0);
        one.mandatory = read_truth(mandatory.text(row)) == Truth::yes;
        one.state = state_of_word(state.text(row));
        if (one.state == ItemState::unknown && !state.text(row).empty()) {
            state.reject(row, tr("says neither passed, failed nor remedied; the item counts as unknown"));
        }
        one.day = day.day(row);
        one.row = reading.row_number(row);
        items.push_back(std::move(one));
    }
    for (const auto* field : {&weight, &state, &day}) field->report();
    return items;
}

}  // namespace

InspectionLayer inspections_from(Reading& reading) {
    keep_points(reading, tr("inspections"));
    const auto placed = place_rows(reading);
    const auto rows = rows_in(reading);
    FieldReader building(reading, "building");
    const auto wide = wide_items(reading.table);
    const Rows in{reading, placed, rows};
    InspectionLayer layer;
    layer.items = wide.empty() ? long_form(in, building) : wide_form(in, wide, building);
    layer.reports.push_back(finish(reading));
    return layer;
}

InspectionLayer read_inspections(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return inspections_from(reading);
}

}  // namespace lykta::layers
