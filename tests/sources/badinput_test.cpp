// The corpus of bad files beside the repository: what the readers alone must get right of each, before layers judge it.
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "files.hpp"

namespace lykta::sources {
namespace {

using namespace testing;
namespace fs = std::filesystem;

fs::path corpus() {
    return fs::path{LYKTA_ROOT} / ".." / "shared" / "badinput";
}

nlohmann::json cases() {
    const auto expected = nlohmann::json::parse(read_file(corpus() / "expect.json"));
    for (const auto& [key, value] : expected.items())
        if (value.is_array()) return value;
    return {};
}

/// A file that must be read gives as many rows as it holds; one that is refused throws an Error and nothing else.
TEST(BadInput, every_file_gives_its_rows_or_an_error) {
    if (!fs::exists(corpus())) GTEST_SKIP() << "../shared/badinput is not here";
    set_language(Language::english);
    for (const auto& one : cases()) {
        const auto file = one.at("file").get<std::string>();
        const bool may_refuse = one.at("outcome") == "clear error, nothing written" || one.contains("also_accepted");
        try {
            const auto source = read_source((corpus() / file).string());
            EXPECT_TRUE(source.account.balances()) << file;
            EXPECT_EQ(source.account.rows_used, static_cast<std::int64_t>(source.table.rows())) << file;
            const auto& rows = one.at("rows_in");
            EXPECT_EQ(source.account.rows_read, rows.is_number() ? rows.get<std::int64_t>() : -1) << file;
            const bool silent = one.at("outcome") == "right without a word";
            EXPECT_FALSE(silent && source.account.has_warning()) << file;
        } catch (const Error& error) {
            EXPECT_TRUE(may_refuse) << file << ": " << error.what();
            EXPECT_LT(std::string_view{error.what()}.size(), 1000U) << file;
        }
    }
}

/// Every shipped file cut anywhere, or with a byte changed, is read or refused: never a crash, never an unbalanced
/// account.
TEST(BadInput, cut_and_changed_files_never_break_the_readers) {
    if (!fs::exists(corpus())) GTEST_SKIP() << "../shared/badinput is not here";
    const TemporaryFolder folder;
    for (const char* kind : {"csv", "geojson"}) {
        for (const auto& entry : fs::directory_iterator{corpus() / kind}) {
            const auto bytes = read_file(entry.path());
            for (std::size_t step = 1; step <= 4; step += 2) {
                auto changed = bytes.substr(0, bytes.size() * step / 4);
                if (changed.size() > 2) changed[changed.size() / 2] = "\"\0\xFF\n"[step - 1];
                const auto path = folder.write(std::string{"changed."} + kind, changed);
                try {
                    EXPECT_TRUE(read_source(path).account.balances()) << entry.path();
                } catch (const Error&) {
                }
            }
        }
    }
}

}  // namespace
}  // namespace lykta::sources
