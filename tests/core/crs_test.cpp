// Coordinate systems: published points, axis orders, what numbers fit.
#include "core/crs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

#include "core/error.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"

using namespace lykta;

namespace {

Point carried(Point p, const char* from, const char* to) {
    return Projector(Crs::from_text(from), Crs::from_text(to))(p);
}

/// Is `text` among the fits, swapped or not as asked?
bool has_fit(const std::vector<CrsFit>& fits, const std::string& text, bool swapped) {
    for (const auto& fit : fits) {
        if (fit.text == text && fit.swapped == swapped) return true;
    }
    return false;
}

}  // namespace

TEST(Crs, a_published_control_point_comes_out_to_the_millimetre) {
    // Lantmäteriet: latitude 55, longitude 12.75.
    const Point p = carried({12.75, 55.0}, "EPSG:4619", "EPSG:3006");
    EXPECT_NEAR(p.x, 356083.438, 0.0006);
    EXPECT_NEAR(p.y, 6097106.672, 0.0006);
}

TEST(Crs, coordinates_are_east_then_north_whatever_the_authority_prints) {
    const Crs tm = Crs::from_text("EPSG:3006");
    EXPECT_EQ(tm.axes().at(0).direction, "north");
    EXPECT_GT(carried({18.07, 59.33}, "EPSG:4326", "EPSG:3006").y, 6'000'000.0);
    EXPECT_EQ(carried({18.07, 59.33}, "OGC:CRS84", "EPSG:4326"), (Point{18.07, 59.33}));
}

TEST(Crs, western_and_southern_points_keep_their_signs) {
    EXPECT_LT(carried({-71.1, 42.37}, "EPSG:4326", "EPSG:3857").x, 0.0);
    EXPECT_LT(carried({-70.6, -33.4}, "EPSG:4326", "EPSG:3857").y, 0.0);
}

TEST(Crs, an_old_datum_is_shifted_without_grids_or_network) {
    // NAD27 and NAD83 differ by tens of metres in New York; a null shift would leave them equal.
    const Point old_datum = carried({-76.15, 43.05}, "EPSG:4267", "EPSG:32618");
    const Point new_datum = carried({-76.15, 43.05}, "EPSG:4269", "EPSG:32618");
    EXPECT_GT(std::hypot(old_datum.x - new_datum.x, old_datum.y - new_datum.y), 10.0);
    EXPECT_TRUE(std::isfinite(carried({600000, 1000000}, "EPSG:32016", "EPSG:32618").x));
}

TEST(Crs, units_of_a_system_are_known) {
    EXPECT_EQ(Crs::from_text("EPSG:3006").metres_per_unit(), 1.0);
    EXPECT_NEAR(Crs::from_text("EPSG:2263").metres_per_unit(), 0.3048006096, 1e-10);
    EXPECT_TRUE(Crs::from_text("EPSG:4326").is_geographic());
    EXPECT_EQ(Crs::from_text("EPSG:4326").metres_per_unit(), 0.0);
}

TEST(Crs, one_system_has_many_names) {
    const Crs tm = Crs::from_text("EPSG:3006");
    for (const char* text : {"3006", "urn:ogc:def:crs:EPSG::3006", "SWEREF99 TM", "SWEREF 99 TM"}) {
        EXPECT_EQ(Crs::from_text(text).text(), "EPSG:3006") << text;
    }
    EXPECT_TRUE(Crs::from_text(tm.wkt()).same_as(tm));
    EXPECT_FALSE(Crs::from_text("EPSG:3011").same_as(tm));
}

TEST(Crs, an_esri_projection_file_is_recognised) {
    const Crs crs = Crs::from_text(
        R"(PROJCS["SWEREF99_TM",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])");
    EXPECT_EQ(crs.text(), "EPSG:3006");
}

TEST(Crs, a_compound_system_counts_by_its_horizontal_part) {
    EXPECT_EQ(Crs::from_text("EPSG:5850").text(), "EPSG:3011");
}

TEST(Crs, words_that_are_no_system_are_refused_by_name) {
    for (const char* text : {"RT90", "nonsense", "EPSG:99999", "", "EPSG:4978", "GEOGCS["}) {
        try {
            (void)Crs::from_text(text);
            FAIL() << "accepted " << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::bad_option);
            EXPECT_NE(std::string(error.what()).find(text), std::string::npos);
        }
    }
}

TEST(Crs, a_point_that_cannot_be_carried_is_infinite_and_the_next_one_is_not) {
    const Projector projector(Crs::from_text("EPSG:4326"), Crs::from_text("EPSG:3006"));
    EXPECT_FALSE(std::isfinite(projector({NAN, 59.0}).x));
    EXPECT_FALSE(std::isfinite(projector({500000.0, 6500000.0}).x));
    EXPECT_TRUE(std::isfinite(projector({18.0, 59.0}).x));
}

TEST(Crs, many_points_come_out_as_one_by_one_for_any_number_of_threads) {
    const Crs from = Crs::from_text("EPSG:4326"), to = Crs::from_text("EPSG:3021");
    const Projector projector(from, to);
    std::vector<Point> raw;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        raw.push_back({11.0 + 12.0 * random_uniform({3, 1, i}, 0), 55.5 + 12.0 * random_uniform({3, 1, i}, 1)});
    }
    for (const int threads : {1, 3}) {
        set_thread_count(threads);
        std::vector<Point> carried_all = raw;
        project_all(carried_all, from, to);
        for (std::size_t i = 0; i < raw.size(); i += 997) EXPECT_EQ(carried_all[i], projector(raw[i]));
    }
    set_thread_count(0);
}

TEST(Crs, every_swedish_system_is_found_in_both_axis_orders) {
    // A place in each local zone, on its central meridian.
    const std::pair<const char*, double> zones[] = {
        {"EPSG:3006", 15.0},  {"EPSG:3007", 12.0},  {"EPSG:3008", 13.5},  {"EPSG:3009", 15.0},  {"EPSG:3010", 16.5},
        {"EPSG:3011", 18.0},  {"EPSG:3012", 14.25}, {"EPSG:3013", 15.75}, {"EPSG:3014", 17.25}, {"EPSG:3015", 18.75},
        {"EPSG:3016", 20.25}, {"EPSG:3017", 21.75}, {"EPSG:3018", 23.25}, {"EPSG:3021", 15.8},  {"EPSG:4326", 15.0},
        {"EPSG:3857", 15.0},  {"EPSG:25833", 15.0}};
    for (const auto& [text, longitude] : zones) {
        // 14 15, 15 45 and 17 15 serve the north alone.
        const bool northern = longitude < 18.0 && std::fmod(longitude, 1.5) == 0.75;
        const double latitude = northern ? 63.2 : longitude < 16.0 ? 58.5 : longitude < 19.0 ? 60.0 : 66.2;
        if (std::string(text) == "EPSG:3015") continue;  // Gotland, below
        const Point raw = carried({longitude, latitude}, "EPSG:4326", text);
        EXPECT_TRUE(has_fit(systems_that_fit(raw, Point{longitude, latitude}), text, false)) << text;
        EXPECT_TRUE(has_fit(systems_that_fit({raw.y, raw.x}, Point{longitude, latitude}), text, true)) << text;
    }
    const Point visby = carried({18.3, 57.64}, "EPSG:4326", "EPSG:3015");
    EXPECT_TRUE(has_fit(systems_that_fit(visby), "EPSG:3015", false));
}

TEST(Crs, rt90_numbers_read_as_sweref_do_not_fit_and_rt90_is_named_first) {
    const Point raw{1628967.98, 6580444.95};
    EXPECT_FALSE(fits(Crs::from_text("EPSG:3006"), raw));
    EXPECT_EQ(systems_that_fit(raw).at(0).text, "EPSG:3021");
    EXPECT_EQ(systems_that_fit({raw.y, raw.x}).at(0).swapped, true);
}

TEST(Crs, a_known_place_tells_local_zones_apart) {
    const Point linkoping{15.62, 58.41};
    const Point raw = carried(linkoping, "EPSG:4326", "EPSG:3009");
    EXPECT_GT(systems_that_fit(raw).size(), 1u);
    EXPECT_EQ(systems_that_fit(raw, linkoping).at(0).text, "EPSG:3009");
}

TEST(Crs, swapped_degrees_in_sweden_are_named_as_swapped) {
    const auto fit = systems_that_fit({58.4, 15.6});
    EXPECT_EQ(fit.at(0).text, "EPSG:4326");
    EXPECT_TRUE(fit.at(0).swapped);
    EXPECT_NEAR(fit.at(0).longitude_latitude.x, 15.6, 1e-9);
}

TEST(Crs, the_geodesic_quarter_of_the_equator_is_a_quarter_of_its_length) {
    const Geodesic g = geodesic({0, 0}, {90, 0});
    EXPECT_NEAR(g.distance_m, 6378137.0 * M_PI / 2.0, 1e-6);
    EXPECT_NEAR(g.azimuth_start_deg, 90.0, 1e-9);
}

TEST(Crs, a_ring_has_the_same_geodesic_area_closed_or_open_and_in_either_direction) {
    std::vector<Point> ring{{18.0, 59.3}, {18.1, 59.3}, {18.1, 59.35}};
    const double open = geodesic_area(ring).area_m2;
    ring.push_back(ring.front());
    EXPECT_DOUBLE_EQ(geodesic_area(ring).area_m2, open);
    std::reverse(ring.begin(), ring.end());
    EXPECT_NEAR(geodesic_area(ring).area_m2, open, 1e-6);
}
