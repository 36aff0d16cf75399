// Protocols summed per building.
#include "conditions/inspections.hpp"

#include <gtest/gtest.h>

using namespace lykta::conditions;
using lykta::layers::InspectionItem;
using lykta::layers::InspectionLayer;
using lykta::layers::ItemState;

namespace {

InspectionItem item(const char* building, ItemState state, double weight = 1.0, bool mandatory = false) {
    InspectionItem i;
    i.building_id = building;
    i.state = state;
    i.weight = weight;
    i.mandatory = mandatory;
    return i;
}

}  // namespace

TEST(Inspections, the_defect_share_weighs_failed_items_against_known_ones) {
    InspectionLayer layer;
    layer.items = {item("B", ItemState::failed, 3.0, true), item("B", ItemState::passed),
                   item("B", ItemState::remedied, 2.0), item("B", ItemState::unknown, 9.0)};
    const auto b = summarise(layer).at(0);
    EXPECT_DOUBLE_EQ(*b.defect_share, 0.5);
    EXPECT_EQ(b.passed, 2);
    EXPECT_EQ(b.remedied, 1);
    EXPECT_EQ(b.failed, 1);
    EXPECT_EQ(b.unknown, 1);
    EXPECT_EQ(b.mandatory_failed, 1);
}

TEST(Inspections, a_building_of_unknown_items_has_no_share_and_is_not_passed) {
    InspectionLayer layer;
    layer.items = {item("A", ItemState::unknown), item("A", ItemState::unknown)};
    const auto a = summarise(layer).at(0);
    EXPECT_FALSE(a.defect_share);
    EXPECT_EQ(a.passed, 0);
    EXPECT_EQ(a.unknown, 2);
}

TEST(Inspections, buildings_come_by_id_with_their_newest_day_and_their_records) {
    InspectionLayer layer;
    layer.items = {item("b", ItemState::passed), item("a", ItemState::passed), item("b", ItemState::passed)};
    layer.items[0].day = 100;
    layer.items[2].day = 50;
    const auto all = summarise(layer);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].building_id, "a");
    EXPECT_FALSE(all[0].newest_day);
    EXPECT_EQ(*all[1].newest_day, 100);
    EXPECT_EQ(all[1].items, (std::vector<std::size_t>{0, 2}));
}
