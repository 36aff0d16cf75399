// Whole quarters, and which counts may stand beside their sum.
#include "viewer/project/quarters.hpp"

#include <gtest/gtest.h>

namespace lykta::viewer {
namespace {

std::int64_t day(int year, int month, int of_month) {
    return days_from_civil(year, month, of_month);
}
const Period whole{day(2023, 2, 15), day(2024, 5, 31)};

std::string text(const Period& part) {
    return iso_date(part.first_day) + " " + iso_date(part.last_day);
}
using Shown = std::vector<bool>;

TEST(Quarters, of_a_period_are_calendar_quarters_cut_at_its_ends) {
    const auto quarters = quarters_of(whole);
    ASSERT_EQ(quarters.size(), 6U);
    EXPECT_EQ(text(quarters[0]), "2023-02-15 2023-03-31");
    EXPECT_EQ(text(quarters[3]), "2023-10-01 2023-12-31");
    EXPECT_EQ(text(quarters[5]), "2024-04-01 2024-05-31");
    EXPECT_TRUE(quarters_of({5, 4}).empty());
}

TEST(Quarters, a_part_shifted_by_a_day_is_not_made_of_them) {
    EXPECT_TRUE(is_of_whole_quarters(whole, whole));
    EXPECT_TRUE(is_of_whole_quarters({day(2023, 4, 1), day(2023, 9, 30)}, whole));
    EXPECT_FALSE(is_of_whole_quarters({day(2023, 4, 1), day(2023, 10, 1)}, whole));
    EXPECT_FALSE(is_of_whole_quarters({day(2023, 4, 2), day(2023, 9, 30)}, whole));
    EXPECT_FALSE(is_of_whole_quarters({day(2023, 1, 1), day(2023, 3, 31)}, whole));
}

TEST(Quarters, a_part_snaps_to_the_nearest_edges_and_keeps_its_length_while_it_is_dragged) {
    EXPECT_EQ(text(snapped_to_quarters({day(2023, 5, 1), day(2023, 7, 31)}, whole)), "2023-04-01 2023-06-30");
    EXPECT_EQ(text(snapped_to_quarters({day(2023, 6, 1), day(2023, 8, 31)}, whole)), "2023-07-01 2023-09-30");
    EXPECT_EQ(text(snapped_to_quarters({day(2023, 4, 3), day(2023, 4, 20)}, whole)), "2023-04-01 2023-06-30");
    EXPECT_EQ(text(snapped_to_quarters({day(2023, 2, 16), day(2024, 5, 1)}, whole)), "2023-02-15 2024-05-31");
    const auto one = snapped_to_quarters({day(2024, 5, 30), day(2024, 5, 31)}, whole);
    EXPECT_EQ(text(one), "2024-04-01 2024-05-31");
}

TEST(MayBeShown, hides_counts_under_k_and_one_more_where_the_sum_would_give_them_away) {
    EXPECT_EQ(may_be_shown({7, 9, 12}, 0, 5), (Shown{true, true, true}));
    EXPECT_EQ(may_be_shown({2, 9, 12}, 0, 5), (Shown{false, false, true}));
    EXPECT_EQ(may_be_shown({2, 4, 12}, 0, 5), (Shown{false, false, true}));
    EXPECT_EQ(may_be_shown({0, 9, 12}, 0, 5), (Shown{false, false, true}))
        << "that nothing was recorded is a count too";
    EXPECT_EQ(may_be_shown({7, 9, 12}, 1, 5), (Shown{false, true, true})) << "undated ones are the rest of the sum";
    EXPECT_EQ(may_be_shown({7, 9, 12}, 6, 5), (Shown{true, true, true}));
    EXPECT_EQ(may_be_shown({1, 1}, 0, 5), (Shown{false, false}));
    EXPECT_EQ(may_be_shown({0, 1}, 0, 0), (Shown{true, true})) << "nothing is hidden without a k";
}

TEST(MayBeShown, whatever_is_taken_from_the_sum_leaves_nothing_or_at_least_k) {
    constexpr double k = 5;
    for (int code = 0; code < 4096; ++code) {
        const std::vector<double> counts{1.0 * (code & 7), 1.0 * (code >> 3 & 7), 1.0 * (code >> 6 & 7),
                                         1.0 * (code >> 9 & 7)};
        const auto shown = may_be_shown(counts, code % 3, k);
        for (unsigned subset = 0; subset < 16; ++subset) {
            double left = code % 3;
            bool is_told = true;
            for (unsigned i = 0; i < 4; ++i) {
                if ((subset >> i & 1) == 0)
                    left += counts[i];
                else if (!shown[i])
                    is_told = false;
            }
            const bool is_all = subset == 0;  // the sum itself has a rule of its own
            if (is_told && !is_all) {
                EXPECT_TRUE(left == 0 || left >= k) << code << " " << subset;
            }
        }
    }
}

}  // namespace
}  // namespace lykta::viewer
