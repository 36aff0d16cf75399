// Corners between knots against corners projected one by one.
#include "layers/cell_corners.hpp"

#include <gtest/gtest.h>

using namespace lykta;
using namespace lykta::layers;

namespace {

void expect_close(const sources::RasterFrame& frame, const std::string& from, const std::string& to) {
    const Crs there = Crs::from_text(to), here = Crs::from_text(from);
    const CellCorners corners(frame, here, there);
    const Projector project(here, there);
    for (int row = 0; row <= frame.rows; row += 37) {
        for (int column = 0; column <= frame.columns; column += 41) {
            const Point exact = project(frame.corner(column, row));
            EXPECT_LT(distance(corners.at(column, row), exact), 5e-4) << from << " " << column << " " << row;
        }
    }
}

}  // namespace

TEST(CellCorners, between_knots_lie_within_half_a_millimetre_of_the_projection) {
    expect_close({1000, 800, {530000, 2, 0, 6480000, 0, -2}, ""}, "EPSG:32633", "EPSG:3006");
    expect_close({1000, 800, {15.5, 2e-5, 0, 58.5, 0, -1e-5}, ""}, "EPSG:4326", "EPSG:3006");
    expect_close({1000, 800, {150000, 1, 0, 6480000, 0, -1}, ""}, "EPSG:3009", "EPSG:3006");
    expect_close({90, 80, {530000, 250, 10, 6480000, -10, -250}, ""}, "EPSG:32634", "EPSG:3006");  // turned, coarse
}

TEST(CellCorners, in_the_rasters_own_system_are_exact) {
    const sources::RasterFrame frame{10, 10, {530000.5, 2, 0, 6480000, 0, -2}, ""};
    const Crs crs = Crs::from_text("EPSG:3006");
    EXPECT_EQ(CellCorners(frame, crs, crs).at(3, 7), frame.corner(3, 7));
}
