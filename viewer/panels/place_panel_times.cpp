// When a place's incidents were recorded: hour by weekday, month by month, and what they were. The public level sees
// only charts in which every part holds enough incidents.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "outputs/privacy.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/place_panel_parts.hpp"

namespace lykta::viewer {
namespace {

using outputs::RunResult;
using places::RankedPlace;

constexpr std::size_t most_months = 24, most_categories = 6;

const char* weekday_words(int day) {
    switch (day) {
        case 0:
            return tr("Mon");
        case 1:
            return tr("Tue");
        case 2:
            return tr("Wed");
        case 3:
            return tr("Thu");
        case 4:
            return tr("Fri");
        case 5:
            return tr("Sat");
        default:
            return tr("Sun");
    }
}

void not_shown(const RunResult& result) {
    faint_text(say("Not shown: a part is under {} incidents.", number_text(std::int64_t{result.privacy_k})));
}

// --- Hour by weekday -------------------------------------------------------------------------------------------------

double most_of(const WeekTable& table) {
    double most = 0;
    for (const auto& day : table) most = std::max(most, *std::max_element(day.begin(), day.end()));
    return most;
}

struct HeatGrid {
    ImVec2 at;
    float left = 0, cell_x = 0, cell_y = 0;
    [[nodiscard]] ImVec2 corner(int day, int hour) const {
        return {at.x + left + cell_x * static_cast<float>(hour), at.y + cell_y * static_cast<float>(day)};
    }
};

HeatGrid heat_grid() {
    HeatGrid grid{.at = ImGui::GetCursorScreenPos()};
    for (int day = 0; day < 7; ++day)
        grid.left = std::max(grid.left, ImGui::CalcTextSize(weekday_words(day)).x + ImGui::GetFontSize() * 0.4F);
    grid.cell_x = std::max(3.0F, (ImGui::GetContentRegionAvail().x - grid.left) / 24);
    grid.cell_y = ImGui::GetTextLineHeight();
    return grid;
}

void heat_cells(const HeatGrid& grid, const WeekTable& table, double most) {
    static const std::vector<Rgba> ramp = intensity_ramp(9);
    const bool by_night = lightness(window_colours().panel) < 50;  // many stands out from the paper, dark or light
    auto* list = ImGui::GetWindowDrawList();
    for (int day = 0; day < 7; ++day)
        for (int hour = 0; hour < 24; ++hour) {
            const double count = table[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)];
            const auto step = static_cast<std::size_t>(std::lround((by_night ? 1 - count / most : count / most) * 8));
            const ImVec2 from = grid.corner(day, hour), to = grid.corner(day + 1, hour + 1);
            list->AddRectFilled({from.x + 0.5F, from.y + 0.5F}, {to.x - 0.5F, to.y - 0.5F},
                                colour_of(count > 0 ? ramp[step] : with_alpha(window_colours().line, 0.35)));
        }
}

void heat_labels(const HeatGrid& grid) {
    auto* list = ImGui::GetWindowDrawList();
    const ImU32 ink = colour_of(window_colours().faint);
    for (int day = 0; day < 7; ++day) list->AddText({grid.at.x, grid.corner(day, 0).y}, ink, weekday_words(day));
    for (const int hour : {0, 6, 12, 18}) {
        const ImVec2 at = grid.corner(7, hour);
        list->AddText({at.x, at.y + 1}, ink, fmt::format("{:02}", hour).c_str());
    }
}

void heat_tip(const HeatGrid& grid, const WeekTable& table) {
    const ImVec2 mouse = ImGui::GetMousePos();
    const int hour = static_cast<int>((mouse.x - grid.at.x - grid.left) / grid.cell_x),
              day = static_cast<int>((mouse.y - grid.at.y) / grid.cell_y);
    if (mouse.x < grid.at.x + grid.left || hour > 23 || day < 0 || day > 6) return;
    const auto count = table[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)];
    tip(say("{} {:02}–{:02}: {}", weekday_words(day), hour, hour + 1, number_text(count, 0)));
}

void heat_table(const WeekTable& table) {
    const double most = most_of(table);
    if (!(most > 0)) return faint_text(tr("No incident here has a known hour."));
    faint_text(say("Hour and weekday, local time; most in one cell: {}", number_text(most, 0)));
    ImGui::PushFont(font_of(Face::small));
    const HeatGrid grid = heat_grid();
    heat_cells(grid, table, most);
    heat_labels(grid);
    ImGui::Dummy({grid.left + 24 * grid.cell_x, 8 * grid.cell_y + 2});
    ImGui::PopFont();
    heat_tip(grid, table);
}

/// Where the week as a whole cannot be shown or is not known: its hours and its days, each by itself.
void week_margins(const RunResult& result, const places::PlaceFacts& facts) {
    const std::vector<double> hours(facts.by_hour.begin(), facts.by_hour.end()),
        days(facts.by_weekday.begin(), facts.by_weekday.end());
    const auto has_any = [](const auto& values) {
        return std::any_of(values.begin(), values.end(), [](double n) { return n > 0; });
    };
    if (!has_any(hours))
        return faint_text(facts.without_hour > 0 ? tr("No incident here has a known hour.")
                                                 : tr("Hours are not in the file: they stand in the study."));
    faint_text(tr("Hour of the day"));
    std::vector<std::string> hour_names(24), day_names;
    for (std::size_t hour = 0; hour < 24; hour += 6) hour_names[hour] = fmt::format("{:02}", hour);
    for (int day = 0; day < 7; ++day) day_names.emplace_back(weekday_words(day));
    const Rgba colour = window_colours().accent;
    if (outputs::any_hidden(result, hours))
        not_shown(result);
    else
        column_chart({.values = hours, .labels = hour_names, .unit = tr("incidents"), .height = 48, .colour = colour});
    if (!has_any(days)) return;
    faint_text(tr("Day of the week"));
    if (outputs::any_hidden(result, days))
        not_shown(result);
    else
        column_chart({.values = days, .labels = day_names, .unit = tr("incidents"), .height = 48, .colour = colour});
}

void week(const RunResult& result, const RankedPlace& place) {
    // Few without an hour would follow from the place's count less those with one, so none of the three is shown.
    if (outputs::is_hidden(result, place.facts.without_hour)) return not_shown(result);
    const auto table = result.public_level ? std::nullopt : week_table(result, place);
    if (table)
        heat_table(*table);
    else
        week_margins(result, place.facts);
    if (place.facts.without_hour > 0)
        faint_text(say("{} without a known hour are left out.", outputs::count_text(result, place.facts.without_hour)));
}

// --- Months and categories -------------------------------------------------------------------------------------------

/// January's year under the first month of each year, and under the first column.
std::vector<std::string> month_names(const Period& period, std::size_t months, std::size_t first) {
    const LocalTime start = civil_from_days(period.first_day);
    std::vector<std::string> names(months - first);
    for (std::size_t i = first; i < months; ++i) {
        const int month = start.month - 1 + static_cast<int>(i);
        if (month % 12 == 0 || i == first) names[i - first] = fmt::format("{}", start.year + month / 12);
    }
    return names;
}

void months(const RunResult& result, const places::PlaceFacts& facts) {
    if (facts.by_month.empty()) return;
    const std::size_t all = facts.by_month.size(), first = all > most_months ? all - most_months : 0;
    faint_text(first > 0 ? say("Month by month, the last {} of {}", most_months, all)
                         : std::string(tr("Month by month")));
    if (outputs::any_hidden(result, facts.by_month)) return not_shown(result);
    column_chart({.values = {facts.by_month.begin() + static_cast<std::ptrdiff_t>(first), facts.by_month.end()},
                  .labels = month_names(result.period, all, first),
                  .unit = tr("incidents"),
                  .height = 56,
                  .colour = window_colours().accent});
}

void categories(const RunResult& result, const places::PlaceFacts& facts) {
    auto shares = outputs::shown_shares(result, facts.by_category, tr("other categories"));
    if (shares.empty()) return;
    double most = 1e-9, rest = 0;
    for (const auto& share : shares) most = std::max(most, share.count);
    faint_text(tr("Incidents by category"));
    for (std::size_t i = most_categories; i < shares.size(); ++i) rest += shares[i].count;
    if (shares.size() > most_categories) {
        shares.resize(most_categories);
        shares.push_back({tr("other categories"), rest});
    }
    for (const auto& share : shares) {
        fact(share.name.empty() ? tr("without category") : share.name, outputs::count_text(result, share.count));
        if (!outputs::is_hidden(result, share.count))
            interval_bar({.value = std::min(1.0, share.count / most),
                          .colour = window_colours().accent,
                          .height = ImGui::GetFontSize() * 0.35F});
    }
}

}  // namespace

std::optional<WeekTable> week_table(const RunResult& result, const RankedPlace& place) {
    if (!result.layers || place.facts.incident_index.empty()) return std::nullopt;
    const auto& times = result.layers->incidents.time;
    WeekTable table{};
    for (const auto index : place.facts.incident_index) {
        if (index >= times.size()) return std::nullopt;
        const auto& time = times[index];
        if (!time.known || !time.has_hour || time.local_hour < 0 || time.local_weekday < 0) continue;
        table[static_cast<std::size_t>(time.local_weekday)][static_cast<std::size_t>(time.local_hour)] += 1;
    }
    return table;
}

void draw_place_times(const RunResult& result, const RankedPlace& place) {
    if (outputs::is_hidden(result, place.facts.incidents)) return;
    week(result, place);
    months(result, place.facts);
    categories(result, place.facts);
}

}  // namespace lykta::viewer
