#include "layers/duplicates.hpp"

#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {
const std::string repeated =
    "id;tidpunkt;typ;N;E\n1001;2024-01-17 02:15;Rån;6473683,35;535539,90\n1001;2024-01-17 "
    "02:15;Rån;6473683,35;535539,90\n"
    "1002;2024-02-02 23:05;Stöld;6475213,05;537143,64\n1002;2024-02-02 23:05;Rån;6475213,05;537143,64\n";
}

TEST(Duplicates, exact_repeats_are_counted_and_kept) {
    const auto layer = incidents(repeated);
    EXPECT_EQ(layer.size(), 4U);
    const auto* issue = issue_of(layer.reports[0], "duplicate");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->count, 1);
    EXPECT_TRUE(has(issue->message, "1001"));
    EXPECT_FALSE(has(issue->message, "1002"));
}

TEST(Duplicates, one_id_with_two_contents_is_named) {
    const auto layer = incidents(repeated);
    const auto* issue = issue_of(layer.reports[0], "duplicate_id");
    ASSERT_NE(issue, nullptr);
    EXPECT_TRUE(has(issue->message, "1002"));
}

TEST(Duplicates, are_dropped_only_when_asked) {
    auto chosen = options(given(repeated));
    chosen.drop_duplicates = true;
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.size(), 3U);
    ASSERT_EQ(layer.reports[0].account.set_aside.size(), 1U);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].reason, Reason::duplicate);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].row, 3);
}

TEST(Duplicates, bare_points_may_coincide_without_a_warning) {
    const auto layer = incidents("N;E\n6473683,35;535539,90\n6473683,35;535539,90\n");
    EXPECT_FALSE(layer.reports[0].account.has_warning());
}
