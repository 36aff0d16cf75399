// The CRS of a file: stated, declared, or refused; and files refused whole because their numbers are in another system.
#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/bulk.hpp"
#include "layers/systems.hpp"

namespace lykta::layers {

namespace {

constexpr double mostly = 0.8;  ///< share of rows that makes a fault the file's, not the row's
constexpr double some = 0.2;    ///< share of fitting rows that makes the stated system believable

std::string layer_text(const Reading& reading) {
    const auto& layer = reading.report.found.layer;
    return layer.empty() ? reading.file() : say("{}, layer {}", reading.file(), layer);
}

[[noreturn]] void refuse_without_crs(Reading& reading, const CoordinateColumns& columns) {
    const auto raw = raw_points(reading, columns, Sexagesimal::read);
    const auto bulk = find_bulk(reading, raw, Crs::from_text("EPSG:4326"));
    const bool shapefile = reading.report.found.format.find("Shapefile") != std::string::npos;
    const auto missing = shapefile ? say("no coordinate reference system, the .prj file is missing")
                                   : say("no coordinate reference system is stated");
    const auto fits =
        bulk.sample.empty() ? std::vector<CrsFit>{} : other_systems(bulk.typical, std::nullopt, reading.options.near);
    const auto numbers = bulk.sample.empty() ? std::string{} : pair_text(reading, raw, bulk.typical_row);
    const auto list = systems_text(fits);
    const auto cure =
        list.empty() ? say("The numbers ({}) fit no system Lykta knows here; metres or feet of a local system? Ask "
                           "the supplier and state it with --crs",
                           numbers)
                     : say("The numbers ({}) fit {}. State the right one with --crs, e.g. --crs {}", numbers, list,
                           fits.front().text);
    throw Error{ErrorCode::bad_input, say("{}: {}. {}", layer_text(reading), missing, cure)};
}

/// Does the candidate fit most of the sampled rows?
bool fits_most(const CrsFit& fit, const RawPoints& raw, const Bulk& bulk) {
    const Crs crs = Crs::from_text(fit.text);
    const auto good = std::count_if(bulk.sample.begin(), bulk.sample.end(), [&](std::size_t row) {
        const Point p = raw.point[row];
        return is_inside(crs, fit.swapped ? Point{p.y, p.x} : p);
    });
    return static_cast<double>(good) >= mostly * static_cast<double>(bulk.sample.size());
}

struct Wrong {
    const Reading& reading;
    const RawPoints& raw;
    const Crs& stated;
    std::string pair;
};

[[noreturn]] void refuse_swapped(const Wrong& wrong) {
    const auto& c = wrong.raw.columns;
    if (c.form != CoordinateColumns::Form::two_columns) {
        throw Error{
            ErrorCode::bad_input,
            say("{}: the coordinates are swapped ({}): latitude or northing stands first. Read as they are they "
                "lie in the wrong place in {}; with --x y --y x they are read the other way",
                wrong.reading.file(), wrong.pair, wrong.stated.text())};
    }
    throw Error{ErrorCode::bad_input,
                say("{}: the columns are swapped: {} holds eastings or longitudes and {} holds northings or latitudes "
                    "({}), so nothing lies where it should in {}. Give them the other way: --x \"{}\" --y \"{}\"",
                    wrong.reading.file(), c.y_name, c.x_name, wrong.pair, wrong.stated.text(), c.y_name, c.x_name)};
}

[[noreturn]] void refuse_other(const Wrong& wrong, const std::vector<CrsFit>& fits) {
    const bool many = fits.size() > 1;
    const auto advice =
        many ? say("Systems share their numbers, so ask the supplier which it is and state it, e.g. --crs {}",
                   fits.front().text)
             : say("State it with --crs {}", fits.front().text);
    throw Error{ErrorCode::bad_input, say("{}: the coordinates ({}) do not fit {} ({}), which is stated for them; they "
                                          "fit {}. {}",
                                          wrong.reading.file(), wrong.pair, wrong.stated.text(), wrong.stated.name(),
                                          systems_text(fits), advice)};
}

[[noreturn]] void refuse_unknown(const Wrong& wrong, Point typical) {
    const bool metres = std::abs(typical.x) > 180.0 || std::abs(typical.y) > 90.0;
    const auto guess = wrong.stated.is_geographic() && metres
                           ? say("They cannot be degrees: metres in a UTM zone, or feet of a local system?")
                           : say("They fit no system Lykta knows here.");
    throw Error{
        ErrorCode::bad_input,
        say("{}: the coordinates ({}) do not fit {} ({}). {} Ask the supplier which system they are in and state "
            "it with --crs",
            wrong.reading.file(), wrong.pair, wrong.stated.text(), wrong.stated.name(), guess)};
}

/// Throws the error a list of candidates calls for; returns when none of them fits most rows.
void refuse_with(const Wrong& wrong, std::vector<CrsFit> fits, const Bulk& bulk) {
    std::erase_if(fits, [&](const CrsFit& fit) { return !fits_most(fit, wrong.raw, bulk); });
    if (fits.empty()) return;
    if (fits.front().swapped && fits.front().text == wrong.stated.text()) refuse_swapped(wrong);
    std::erase_if(fits, [](const CrsFit& fit) { return fit.swapped; });
    if (!fits.empty()) refuse_other(wrong, fits);
}

/// Is the place where the file lies one where this study can be? Unknown study: a Swedish system must lie in Sweden,
/// degrees where people live.
bool is_plausible(const Reading& reading, const Crs& stated, Point place) {
    if (reading.options.near) return geodesic(place, *reading.options.near).distance_m < 200'000.0;
    if (reading.project) {
        const auto area = reading.project->area_of_use();
        return !area || area->expanded(1.0).contains(place);
    }
    const auto area = stated.area_of_use();
    const bool swedish = area && area->min_x > 9.0 && area->max_x < 25.0 && area->min_y > 54.0 && area->max_y < 70.0;
    return in_sweden(place) || (!swedish && is_inhabited(place) && !in_sweden({place.y, place.x}));
}

std::optional<Point> study_place(const Reading& reading) {
    return reading.options.near;
}

void warn_far(Reading& reading, Point place) {
    reading.report.account.issues.push_back(
        {"far_from_study",
         Severity::warning,
         say("{}: most coordinates lie at longitude {:.3f}, latitude {:.3f}, away from the study; is it the right file "
             "and CRS?",
             reading.file(), place.x, place.y),
         0,
         {}});
}

}  // namespace

Crs stated_crs(Reading& reading, const CoordinateColumns& columns) {
    const auto& declared = reading.report.found.declared_crs;
    const bool by_user = !reading.options.crs.empty();
    if (!by_user && declared.empty()) refuse_without_crs(reading, columns);
    Crs crs = Crs::from_text(by_user ? reading.options.crs : declared);
    reading.report.crs = crs.text();
    const auto name = crs.text().size() > 40 ? crs.name() : fmt::format("{} ({})", crs.text(), crs.name());
    add_note(reading, by_user ? say("{}: coordinates read in {}, as stated", reading.file(), name)
                              : say("{}: coordinates read in {}, as the file declares", reading.file(), name));
    if (!reading.report.found.crs_note.empty()) add_note(reading, reading.report.found.crs_note);
    return crs;
}

void refuse_wrong_file(Reading& reading, const RawPoints& raw, const Crs& stated, const Bulk& bulk) {
    if (bulk.sample.empty()) return;
    const Wrong wrong{reading, raw, stated, pair_text(reading, raw, bulk.typical_row)};
    if (bulk.fitting_share < some) {
        refuse_with(wrong, other_systems(bulk.typical, stated, study_place(reading)), bulk);
        if (study_place(reading)) refuse_with(wrong, other_systems(bulk.typical, stated, std::nullopt), bulk);
        if (!bulk.near) refuse_unknown(wrong, bulk.typical);
        return;
    }
    if (is_plausible(reading, stated, *bulk.near)) return;
    auto fits = other_systems(bulk.centre, stated, study_place(reading));
    std::erase_if(fits, [&](const CrsFit& fit) { return !is_plausible(reading, stated, fit.longitude_latitude); });
    // Degrees fit any inhabited place, so that alone is no reason to doubt a projected system.
    std::erase_if(fits, [&](const CrsFit& fit) { return fit.text == "EPSG:4326" && !fit.swapped; });
    refuse_with(wrong, std::move(fits), bulk);
    if (reading.options.near || reading.project) warn_far(reading, *bulk.near);
}

}  // namespace lykta::layers
