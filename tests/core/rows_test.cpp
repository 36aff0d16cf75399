#include "core/rows.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/error.hpp"

namespace lykta {
namespace {

TEST(Rows, an_account_balances_only_when_read_is_used_plus_set_aside) {
    RowAccount account{.rows_read = 3, .rows_used = 2};
    EXPECT_FALSE(account.balances());
    account.set_aside.push_back({.row = 3, .reason = Reason::no_coordinates});
    EXPECT_TRUE(account.balances());
}

TEST(Rows, set_aside_rows_and_warnings_warn_but_notes_do_not) {
    RowAccount account;
    account.issues.push_back({.code = "encoding", .severity = Severity::note});
    EXPECT_FALSE(account.has_warning());
    account.issues.push_back({.code = "pile", .severity = Severity::warning});
    EXPECT_TRUE(account.has_warning());
}

TEST(Rows, set_aside_rows_are_grouped_by_reason_in_row_order) {
    RowAccount account;
    account.set_aside = {{.row = 5, .reason = Reason::field_count},
                         {.row = 7, .reason = Reason::no_coordinates},
                         {.row = 9, .reason = Reason::field_count}};
    const auto groups = count_by_reason(account);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].reason, Reason::no_coordinates);
    EXPECT_EQ(groups[1].rows, (std::vector<std::int64_t>{5, 9}));
}

TEST(Rows, every_reason_has_its_own_code) {
    std::set<std::string_view> codes;
    for (int i = 0; i <= static_cast<int>(Reason::bad_value); ++i) codes.insert(reason_code(static_cast<Reason>(i)));
    EXPECT_EQ(codes.size(), static_cast<std::size_t>(Reason::bad_value) + 1);
}

TEST(Error, exit_codes_tell_the_kinds_of_trouble_apart) {
    EXPECT_EQ(exit_code(ErrorCode::bad_option), 2);
    EXPECT_EQ(exit_code(ErrorCode::cannot_read), 3);
    EXPECT_EQ(exit_code(ErrorCode::bad_input), 3);
    EXPECT_EQ(exit_code(ErrorCode::warnings_strict), 4);
    EXPECT_EQ(exit_code(ErrorCode::cannot_write), 5);
    EXPECT_EQ(exit_code(ErrorCode::differs), 6);
    EXPECT_EQ(exit_code(ErrorCode::internal), 1);
}

}  // namespace
}  // namespace lykta
