// Checks a folder of bad inputs against its expect.json (schema badinput/1): each file goes through check_file the way
// a user would give it, and outcome, row counts and the words its messages must name are compared.
//
//   badinput_runner DIR      prints PASS or FAIL per file and ends with "N passed, N failed"; exit code 1 when any
//   failed
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "layers/check_file.hpp"
#include "layers/columns.hpp"

namespace {

using lykta::layers::CheckResult;
using Json = nlohmann::json;

struct Case {
    std::string file, outcome, also;
    std::optional<std::int64_t> rows_in, rows_usable;
    std::vector<std::string> must_name;
};

/// The corpus's words for the three outcomes in ours.
std::string outcome_of(const std::string& words) {
    if (words.starts_with("right")) return "ok";
    if (words.starts_with("counted")) return "warning";
    return words.starts_with("clear") ? "error" : words;
}

std::optional<std::int64_t> count_of(const Json& entry, const char* key) {
    if (!entry.contains(key) || entry[key].is_null()) return {};
    return entry[key].get<std::int64_t>();
}

Case case_of(const Json& entry) {
    Case one{.file = entry.at("file").get<std::string>(),
             .outcome = outcome_of(entry.at("outcome").get<std::string>())};
    one.also = outcome_of(entry.value("also_accepted", std::string{}));
    one.rows_in = count_of(entry, "rows_in");
    one.rows_usable = count_of(entry, "rows_usable");
    one.must_name = entry.value("message_must_name", std::vector<std::string>{});
    return one;
}

/// What a user states for a table: degrees where the columns say latitude, else SWEREF 99 TM. Files with geometry are
/// given as they are: they declare their system, or must be refused.
std::string stated_crs(const std::string& path) {
    try {
        const auto source = lykta::sources::read_source(path);
        if (source.table.has_geometry()) return {};
        const auto columns = lykta::layers::known_coordinates(source.table, true);
        return columns && columns->is_degrees ? "EPSG:4326" : "EPSG:3006";
    } catch (const lykta::Error&) {
        return {};
    }
}

bool names(const CheckResult& result, const std::string& word) {
    const auto has = [&](const std::string& text) { return text.find(word) != std::string::npos; };
    for (const auto& message : result.messages) {
        if (has(message)) return true;
    }
    for (const auto& note : result.notes) {
        if (has(note)) return true;
    }
    return has(result.file);
}

bool balances(const CheckResult& result) {
    std::int64_t out = 0;
    for (const auto& group : result.set_aside) out += group.count;
    return result.outcome == "error" || result.rows_read == result.rows_used + out;
}

/// What is not as wanted; empty when all is.
std::string differences(const Case& wanted, const CheckResult& found) {
    std::string text;
    if (found.outcome != wanted.outcome && found.outcome != wanted.also) text += " outcome";
    if (found.outcome != "error") {
        if (wanted.rows_in && *wanted.rows_in != found.rows_read) text += " rows_in";
        if (wanted.rows_usable && *wanted.rows_usable != found.rows_used) text += " rows_usable";
    }
    for (const auto& word : wanted.must_name) {
        if (!names(found, word)) text += " unnamed:'" + word + "'";
    }
    if (!balances(found)) text += " rows do not balance";
    return text;
}

std::string wanted_text(const Case& wanted) {
    const auto count = [](std::optional<std::int64_t> n) { return n ? std::to_string(*n) : std::string("-"); };
    const auto also = wanted.also.empty() ? std::string{} : " or " + wanted.also;
    return wanted.outcome + also + " " + count(wanted.rows_in) + "/" + count(wanted.rows_usable);
}

bool run(const std::filesystem::path& folder, const Case& wanted) {
    lykta::layers::LayerOptions options{.path = (folder / wanted.file).string()};
    options.crs = stated_crs(options.path);
    const auto found = lykta::layers::check_file(options, lykta::layers::KindGiven::detect);
    const auto wrong = differences(wanted, found);
    std::printf("%s %s: wanted %s, found %s %lld/%lld%s%s\n", wrong.empty() ? "PASS" : "FAIL", wanted.file.c_str(),
                wanted_text(wanted).c_str(), found.outcome.c_str(), static_cast<long long>(found.rows_read),
                static_cast<long long>(found.rows_used), wrong.empty() ? "" : "; wrong:", wrong.c_str());
    if (!wrong.empty()) {
        for (const auto& message : found.messages) std::printf("     %s\n", message.c_str());
    }
    return wrong.empty();
}

int run_all(const std::filesystem::path& folder) {
    const auto expect = Json::parse(lykta::read_file(folder / "expect.json"));
    int passed = 0, failed = 0;
    for (const auto& entry : expect.at("files")) (run(folder, case_of(entry)) ? passed : failed) += 1;
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: badinput_runner DIR\n");
        return 2;
    }
    lykta::set_language(lykta::Language::english);
    if (!std::filesystem::exists(std::filesystem::path(argv[1]) / "expect.json")) {
        std::printf("skipped: %s holds no expect.json\n0 passed, 0 failed\n", argv[1]);
        return 0;
    }
    return run_all(argv[1]);
}
